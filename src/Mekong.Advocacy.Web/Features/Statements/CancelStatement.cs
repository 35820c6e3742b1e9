using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>The statement is given up before it closed, with a reason.</summary>
[Allow(Role.Coordinator)]
public sealed record CancelStatement(Guid StatementId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<CancelStatement, Answer>
    {
        public Task<Answer> Handle(CancelStatement command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.Cancel(current.AccountId, command.Reason), cancellationToken);
    }
}
