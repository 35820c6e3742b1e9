namespace Mekong.Advocacy.Engines.Seams;

/// <summary>A command with a date and a stable key, safe to run twice. Arguments are JSON and hold ids, never personal data.</summary>
/// <param name="Key">Stable: scheduling the same key again moves the job instead of adding one.</param>
/// <param name="Command">The command's stored name, e.g. "begin-sending".</param>
/// <param name="Every">A Quartz cron expression in UTC for a recurring job; null: once.</param>
public sealed record Job(string Key, string Command, string Arguments, DateTimeOffset DueAt, string? Every = null);

public enum JobStage { Queued, Running, Failed, Done }

/// <summary>A job as the operations page lists it.</summary>
/// <param name="Attempts">Runs begun so far, of this schedule.</param>
public sealed record JobState(Job Job, JobStage Stage, int Attempts, string? LastError, DateTimeOffset ChangedAt);

/// <summary>Runs jobs at their date on any node, again with back-off when they throw, and again after a node dies.</summary>
public interface IJobScheduler
{
    /// <summary>Schedules or moves the job of this key; committed when the call returns.</summary>
    Task Schedule(Job job, CancellationToken ct);

    /// <summary>Takes a job that has not begun off the list; unknown keys are ignored.</summary>
    Task Cancel(string key, CancellationToken ct);

    /// <summary>Runs a failed or waiting job now, its attempts counted from zero.</summary>
    Task Retry(string key, CancellationToken ct);

    /// <summary>Queued, running, failed and recurring jobs, and those done in the last day; newest change first, at most 500.</summary>
    Task<IReadOnlyList<JobState>> List(CancellationToken ct);
}

/// <summary>What a job does when its time has come: the application turns name and arguments into a command and sends it.</summary>
public interface IJobRunner
{
    /// <summary>Throws when the command could not be carried out now; the scheduler then retries with back-off.</summary>
    Task Run(string command, string arguments, CancellationToken ct);
}
