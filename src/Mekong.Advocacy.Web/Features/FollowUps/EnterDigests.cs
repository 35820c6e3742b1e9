using MediatR;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>Writes down a digest for everybody who owes a step, gives each its job, and sets next week's. Safe to run twice.</summary>
public sealed record EnterDigests(DateOnly Monday) : ICommand
{
    private sealed record Owing(OwnerKind OwnerKind, Guid OwnerId);

    internal sealed class Handler(ITables tables, FollowUpReaders readers, FollowUpNotices notices, IJobScheduler jobs, TimeProvider clock)
        : IRequestHandler<EnterDigests, Answer>
    {
        public async Task<Answer> Handle(EnterDigests command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            if (now < Digest.HourOf(command.Monday)) return Answer.Done;
            var owing = await tables.Query<Owing>(
                "select distinct owner_kind, owner_id from advocacy.follow_ups where state not in ('Done', 'Dropped') order by owner_kind, owner_id", null, cancellationToken);
            foreach (var (kind, id) in owing)
            {
                await notices.Enter(id, Digest.Kind, command.Monday, id, await readers.Of(new Owner(kind, id), cancellationToken), now, cancellationToken);
                foreach (var notice in await notices.Open(id, cancellationToken)) await jobs.Schedule(SendFollowUpNotice.Job(notice, now), cancellationToken);
            }
            if (owing.Count > 0) await jobs.Schedule(Digest.Job(Digest.MondayAfter(now)), cancellationToken);
            return Answer.Done;
        }
    }
}
