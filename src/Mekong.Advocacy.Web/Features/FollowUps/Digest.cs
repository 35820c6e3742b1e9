using System.Globalization;
using System.Text.Json;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>The weekly digest's day and hour: Monday morning at the office.</summary>
public static class Digest
{
    public const string Kind = "Digest";

    /// <summary>UTC+7, the hour of the secretariat and of most members.</summary>
    private const string Office = "TH";

    /// <summary>The first Monday whose morning is still to come.</summary>
    public static DateOnly MondayAfter(DateTimeOffset now)
    {
        var today = CountryDays.DayAt(now, Office);
        var monday = today.AddDays(((int)DayOfWeek.Monday - (int)today.DayOfWeek + 7) % 7);
        return HourOf(monday) > now ? monday : monday.AddDays(7);
    }

    public static DateTimeOffset HourOf(DateOnly monday) => CountryDays.MorningOf(monday, Office);

    public static Job Job(DateOnly monday) => new(
        string.Create(CultureInfo.InvariantCulture, $"follow-up-digests/{monday:yyyy-MM-dd}"), CommandNames.EnterDigests, JsonSerializer.Serialize(new EnterDigests(monday)), HourOf(monday));
}
