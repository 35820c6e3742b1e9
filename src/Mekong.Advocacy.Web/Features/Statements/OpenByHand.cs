using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>Opens a statement whose hour has come, or says why it does not; it opens by itself, too.</summary>
[Allow(Role.Coordinator)]
public sealed record OpenByHand(Guid StatementId) : ICommand
{
    internal sealed class Handler(Decider decider, TimeProvider clock) : IRequestHandler<OpenByHand, Answer>
    {
        public Task<Answer> Handle(OpenByHand command, CancellationToken cancellationToken) =>
            decider.Decide(Statement.Fold, command.StatementId, statement => statement.Open(clock.GetUtcNow()), cancellationToken);
    }
}
