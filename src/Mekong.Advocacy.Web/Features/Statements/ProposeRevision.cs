using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>A material change of the text, which becomes what one signs when every language of it is approved.</summary>
[Allow(Role.Coordinator)]
public sealed record ProposeRevision(Guid StatementId, IReadOnlyList<StatementText> Texts) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, TimeProvider clock) : IRequestHandler<ProposeRevision, Answer>
    {
        public Task<Answer> Handle(ProposeRevision command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.ProposeRevision(current.AccountId, command.Texts, clock.GetUtcNow()), cancellationToken);
    }
}
