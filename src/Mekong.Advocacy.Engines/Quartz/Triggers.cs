using Quartz;

namespace Mekong.Advocacy.Engines.Quartz;

/// <summary>A key's one Quartz job and its one one-shot trigger, which carries nothing but the ticket of its schedule.</summary>
internal static class Triggers
{
    public const string Group = "mekong", Ticket = "ticket";

    public static async Task Set(IScheduler scheduler, string key, Guid ticket, DateTimeOffset due, CancellationToken ct)
    {
        var job = JobBuilder.Create<RunJob>().WithIdentity(key, Group).RequestRecovery().DisallowConcurrentExecution().Build();
        var trigger = TriggerBuilder.Create(scheduler.TimeProvider).WithIdentity(key, Group).ForJob(job).StartAt(due)
            .UsingJobData(Ticket, ticket.ToString("N"))
            .WithSchedule(SimpleScheduleBuilder.Create().WithRepeatCount(0).WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, ct);
    }

    public static async Task Remove(IScheduler scheduler, string key, CancellationToken ct) =>
        await scheduler.DeleteJob(new JobKey(key, Group), ct);
}
