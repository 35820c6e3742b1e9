using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>A proposed version is given up before it was approved.</summary>
[Allow(Role.Coordinator)]
public sealed record DropRevision(Guid StatementId) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<DropRevision, Answer>
    {
        public Task<Answer> Handle(DropRevision command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.DropRevision(current.AccountId), cancellationToken);
    }
}
