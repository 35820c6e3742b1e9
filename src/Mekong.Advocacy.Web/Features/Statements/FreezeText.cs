using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>A coordinator says that the words stand; what is approved from now on is exactly these.</summary>
[Allow(Role.Coordinator)]
public sealed record FreezeText(Guid StatementId) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<FreezeText, Answer>
    {
        public Task<Answer> Handle(FreezeText command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.Freeze(current.AccountId), cancellationToken);
    }
}
