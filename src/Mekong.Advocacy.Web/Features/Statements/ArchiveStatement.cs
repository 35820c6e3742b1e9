using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>Out of sight in the list; its public page stays.</summary>
[Allow(Role.Coordinator)]
public sealed record ArchiveStatement(Guid StatementId) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<ArchiveStatement, Answer>
    {
        public Task<Answer> Handle(ArchiveStatement command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.Archive(current.AccountId), cancellationToken);
    }
}
