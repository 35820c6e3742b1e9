using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>A coordinator changes a draft, or what surrounds it.</summary>
[Allow(Role.Coordinator)]
public sealed record EditStatement(Guid StatementId, StatementContent Content) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<EditStatement, Answer>
    {
        public Task<Answer> Handle(EditStatement command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.Edit(current.AccountId, command.Content), cancellationToken);
    }
}
