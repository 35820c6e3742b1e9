using System.Globalization;

namespace Mekong.Advocacy.Web.Features.Calendars;

/// <summary>How days are written for people.</summary>
public static class Days
{
    /// <summary>ISO 8601; Thai readers also get the year of the Buddhist era.</summary>
    public static string Written(DateOnly day, string language) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (language == "th" ? string.Create(CultureInfo.InvariantCulture, $" ({day.Year + 543})") : "");
}
