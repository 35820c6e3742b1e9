using System.Text.Json;
using MediatR;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Calendars;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>
/// Writes down whichever reminders of a step are due by now, gives each its job, and sets the hour at which to look again. Looks at one step
/// never run at the same time, for they share a key; safe to run twice.
/// </summary>
public sealed record LookAtFollowUp(Guid FollowUpId) : ICommand
{
    public static Job Job(Guid followUpId, DateTimeOffset at) =>
        new($"look-at-follow-up/{followUpId}", CommandNames.LookAtFollowUp, JsonSerializer.Serialize(new LookAtFollowUp(followUpId)), at);

    internal sealed class Handler(Decider decider, Holidays calendars, FollowUpReaders readers, FollowUpNotices notices, IJobScheduler jobs, TimeProvider clock)
        : IRequestHandler<LookAtFollowUp, Answer>
    {
        public async Task<Answer> Handle(LookAtFollowUp command, CancellationToken cancellationToken)
        {
            var (step, _) = await decider.Load(FollowUp.Fold, command.FollowUpId, cancellationToken);
            if (step.Content is null) return Answer.Done;
            var (plan, now) = (Reminders.Of(step, calendars.CalendarOf(step.Content.Country)), clock.GetUtcNow());
            foreach (var kind in Reminders.DueAt(plan, now))
            {
                var asked = kind == ReminderKind.Escalation ? await readers.Coordinators(step.OpenedBy) : await readers.Of(step.Content.Owner, cancellationToken);
                await notices.Enter(command.FollowUpId, kind.ToString(), step.DueOn!.Value, step.Content.Owner.Id, asked, now, cancellationToken);
            }
            foreach (var id in await notices.Open(command.FollowUpId, cancellationToken)) await jobs.Schedule(SendFollowUpNotice.Job(id, now), cancellationToken);
            if (Reminders.NextAfter(plan, now) is { } next) await jobs.Schedule(RemindOfFollowUp.Job(command.FollowUpId, next), cancellationToken);
            else await jobs.Cancel(RemindOfFollowUp.Key(command.FollowUpId), cancellationToken);
            return Answer.Done;
        }
    }
}
