using MediatR;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>Gives every open step that hangs on a forum the day that follows from it now. Safe to run twice.</summary>
public sealed record MoveFollowUps(Guid ForumId) : ICommand
{
    internal sealed class Handler(Decider decider, DueDays days, ITables tables, TimeProvider clock) : IRequestHandler<MoveFollowUps, Answer>
    {
        public async Task<Answer> Handle(MoveFollowUps command, CancellationToken cancellationToken)
        {
            var hanging = await tables.Query<Guid>(
                "select id from advocacy.follow_ups where due_forum = @ForumId and state not in ('Done', 'Dropped') order by id", new { command.ForumId }, cancellationToken);
            foreach (var id in hanging)
            {
                var (step, _) = await decider.Load(FollowUp.Fold, id, cancellationToken);
                if (step.Content?.Due.ForumId != command.ForumId) continue;
                var (day, _) = await days.Of(step.Content, cancellationToken);
                await decider.Decide(FollowUp.Fold, id, now => now.MoveDue(day, clock.GetUtcNow()), cancellationToken);
            }
            return Answer.Done;
        }
    }
}
