using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Jobs;

/// <summary>What follows from a run: the stage it leaves the job in, and when the job runs next, if at all.</summary>
/// <param name="Again">The next run is another attempt at the same, not the next of a recurring job.</param>
internal sealed record Ending(JobStage Stage, int Attempts, DateTimeOffset? NextDue, string? Error, bool Again = false)
{
    public static Ending Of(Begun run, string? error, RetryPlan plan, double roll, DateTimeOffset now)
    {
        var next = run.Every is null ? null : Recurrence.Next(run.Every, now);
        if (error is null) return next is null ? new(JobStage.Done, run.Attempts, null, null) : new(JobStage.Queued, 0, next, null);
        return plan.WaitAfter(run.Attempts, roll) is { } wait
            ? new(JobStage.Queued, run.Attempts, now + wait, error, Again: true)
            : new(JobStage.Failed, run.Attempts, next, error);
    }

    /// <summary>Due at once on another node; being interrupted is no attempt.</summary>
    public static Ending HandedOn(Begun run, DateTimeOffset now) => new(JobStage.Queued, run.Attempts - 1, now, null, Again: true);
}
