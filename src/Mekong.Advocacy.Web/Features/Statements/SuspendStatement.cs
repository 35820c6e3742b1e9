using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>Signing stops for now, with a reason that is public.</summary>
[Allow(Role.Coordinator)]
public sealed record SuspendStatement(Guid StatementId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<SuspendStatement, Answer>
    {
        public Task<Answer> Handle(SuspendStatement command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.Suspend(current.AccountId, command.Reason), cancellationToken);
    }
}
