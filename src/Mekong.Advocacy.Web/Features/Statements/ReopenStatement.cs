using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>Signing goes on.</summary>
[Allow(Role.Coordinator)]
public sealed record ReopenStatement(Guid StatementId) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<ReopenStatement, Answer>
    {
        public Task<Answer> Handle(ReopenStatement command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.Reopen(current.AccountId), cancellationToken);
    }
}
