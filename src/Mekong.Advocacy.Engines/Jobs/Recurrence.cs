using Quartz;

namespace Mekong.Advocacy.Engines.Jobs;

/// <summary>When a recurring job is due next: cron expressions are read in UTC.</summary>
internal static class Recurrence
{
    /// <summary>The next time after this one; null when the expression names no later time.</summary>
    /// <exception cref="FormatException">It is not a Quartz cron expression.</exception>
    public static DateTimeOffset? Next(string every, DateTimeOffset after) =>
        new CronExpression(every, TimeZoneInfo.Utc).GetNextValidTimeAfter(after);
}
