namespace Mekong.Advocacy.Engines.Jobs;

/// <summary>How long a job that failed waits for its next attempt, and when it has failed for good.</summary>
internal sealed record RetryPlan(TimeSpan First, TimeSpan Longest, int Attempts)
{
    private const double Growth = 3, Jitter = 0.2;

    /// <summary>5 s, 15 s, 45 s, 135 s, 405 s, 10 min, 10 min: about half an hour, then it is listed as failed.</summary>
    public static RetryPlan Default { get; } = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10), 8);

    /// <summary>The wait after this many attempts, or null when there is to be no other.</summary>
    /// <param name="roll">From 0 to below 1: jobs that failed together come back up to a fifth apart.</param>
    public TimeSpan? WaitAfter(int attempts, double roll)
    {
        if (attempts >= Attempts) return null;
        var seconds = First.TotalSeconds * Math.Pow(Growth, Math.Max(attempts, 1) - 1) * (1 + Jitter * roll);
        return seconds >= Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(seconds);
    }
}
