using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>Closes a statement whose hour has come; it closes by itself, too. Nobody closes it earlier: a deadline is a promise to those who have not signed yet.</summary>
[Allow(Role.Coordinator)]
public sealed record CloseByHand(Guid StatementId) : ICommand
{
    internal sealed class Handler(Decider decider, IMediator mediator, TimeProvider clock) : IRequestHandler<CloseByHand, Answer>
    {
        public async Task<Answer> Handle(CloseByHand command, CancellationToken cancellationToken)
        {
            var (statement, _) = await decider.Load(Statement.Fold, command.StatementId, cancellationToken);
            if (statement.Stage == StatementStage.Unwritten) return StatementRefusals.NoSuchStatement;
            if (statement.Stage is not (StatementStage.Open or StatementStage.Suspended)) return StatementRefusals.NotOpen;
            // Sign-ons that were in time by the server's clock are let through first.
            if (clock.GetUtcNow() < statement.Window!.ClosesAt + StatementReactions.Settling) return StatementRefusals.ClosesAtItsHour;
            return await mediator.Send(new CloseStatement(command.StatementId), cancellationToken);
        }
    }
}
