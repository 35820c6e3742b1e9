using System.Text.Json;
using MediatR;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Calendars;
using Mekong.Advocacy.Web.Features.Notices;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>Sends one notice, unless it has become needless meanwhile. What was sent is not sent again, however often this runs.</summary>
public sealed record SendFollowUpNotice(Guid NoticeId) : ICommand
{
    public static Job Job(Guid noticeId, DateTimeOffset at) =>
        new($"follow-up-notice/{noticeId}", CommandNames.SendFollowUpNotice, JsonSerializer.Serialize(new SendFollowUpNotice(noticeId)), at);

    internal sealed class Handler(
        Decider decider, FollowUpNotices notices, FollowUpReaders readers, FollowUpPost post, Digests digests, Holidays calendars, IJobScheduler jobs, TimeProvider clock)
        : IRequestHandler<SendFollowUpNotice, Answer>
    {
        public async Task<Answer> Handle(SendFollowUpNotice command, CancellationToken cancellationToken)
        {
            if (await notices.Take(command.NoticeId, cancellationToken) is not { } notice) return Answer.Done;
            try
            {
                if (notice.Kind == Digest.Kind) await Settle(notice, await digests.Write(notice, cancellationToken), cancellationToken);
                else await Remind(notice, cancellationToken);
            }
            catch (NoticeNotTakenException)
            {
                await notices.GiveBack(notice.Id, cancellationToken);
                throw;
            }
            return Answer.Done;
        }

        private async Task Remind(FollowUpNotice notice, CancellationToken ct)
        {
            var (step, _) = await decider.Load(FollowUp.Fold, notice.FollowUpId, ct);
            var sleeps = notice.Kind != nameof(ReminderKind.Escalation) && step.SnoozedUntil > CountryDays.DayAt(clock.GetUtcNow(), step.Content!.Country);
            if (sleeps && notice.AttemptedAt is null) await notices.TakeOut(notice.Id, ct);
            else if (!step.IsOpen) await notices.Withhold(notice.Id, "over", ct);
            else if (step.DueOn != notice.DueOn) await notices.Withhold(notice.Id, "moved", ct);
            else if (!await Concerns(notice, step, ct)) await notices.Withhold(notice.Id, "gone", ct);
            else if (notice.AttemptedAt is null && IsOvertaken(notice, step)) await notices.Withhold(notice.Id, "overtaken", ct);
            else await Settle(notice, await post.Reminder(notice, step, ct), ct);
        }

        /// <summary>The step is theirs still.</summary>
        private async Task<bool> Concerns(FollowUpNotice notice, FollowUp step, CancellationToken ct) =>
            notice.Kind == nameof(ReminderKind.Escalation) || (await readers.Of(step.Content!.Owner, ct)).Contains(new Reader(notice.ReaderKind, notice.ReaderId));

        /// <summary>It waited so long, for a mail server or for us, that a later one says what is so now.</summary>
        private bool IsOvertaken(FollowUpNotice notice, FollowUp step) =>
            !Reminders.DueAt(Reminders.Of(step, calendars.CalendarOf(step.Content!.Country)), clock.GetUtcNow()).Any(kind => kind.ToString() == notice.Kind);

        private async Task Settle(FollowUpNotice notice, Letter letter, CancellationToken ct)
        {
            if (letter.Withheld is { } why) await notices.Withhold(notice.Id, why, ct);
            else if (letter.NotBefore is { } hour)
            {
                await notices.GiveBack(notice.Id, ct);
                await jobs.Schedule(Job(notice.Id, hour), ct);
            }
            else if (await post.Send(notice, letter, ct)) await notices.Sent(notice.Id, clock.GetUtcNow(), ct);
            else await notices.Withhold(notice.Id, "refused", ct);
        }
    }
}
