using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Domain.Calendars;

/// <summary>
/// Writes what calendars subscribe to (RFC 5545, and RFC 7986 for its name). Instants are UTC, which needs no description of a zone and means the
/// same everywhere; whole days have no zone. The same entries give the same bytes.
/// </summary>
public static class ICalendar
{
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <param name="name">What the calendar is called where it is subscribed to.</param>
    /// <param name="language">Of the name.</param>
    public static string Write(string name, string language, IEnumerable<CalendarEntry> entries)
    {
        var text = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Mekong.Advocacy//Mekong.Advocacy//EN");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line($"NAME;LANGUAGE={language}:{ContentLine.Escape(name)}");
        Line($"X-WR-CALNAME:{ContentLine.Escape(name)}");
        Line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        Line("X-PUBLISHED-TTL:PT1H");
        foreach (var entry in entries) foreach (var line in Lines(entry)) Line(line);
        Line("END:VCALENDAR");
        return text.ToString();

        void Line(string line) => text.Append(ContentLine.Fold(line));
    }

    private static IEnumerable<string> Lines(CalendarEntry entry)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{ContentLine.Escape(entry.Uid)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}");
        yield return $"DTSTAMP:{Instant(entry.ChangedAt)}";
        yield return $"LAST-MODIFIED:{Instant(entry.ChangedAt)}";
        foreach (var line in Span(entry.Time)) yield return line;
        yield return $"SUMMARY;LANGUAGE={entry.Language}:{ContentLine.Escape(entry.Summary)}";
        if (entry.Description is { } more) yield return $"DESCRIPTION;LANGUAGE={entry.Language}:{ContentLine.Escape(more)}";
        if (entry.Location is { } place) yield return $"LOCATION:{ContentLine.Escape(place)}";
        if (entry.Page is { } page) yield return $"URL:{page.AbsoluteUri}";
        yield return entry.Cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED";
        yield return entry.Time is WholeDays || entry.Cancelled ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE";
        yield return "END:VEVENT";
    }

    /// <summary>The end of whole days is the day after the last one (3.6.1).</summary>
    private static IEnumerable<string> Span(EntryTime time) => time switch
    {
        WholeDays days => [$"DTSTART;VALUE=DATE:{Day(days.From)}", $"DTEND;VALUE=DATE:{Day(days.Until.AddDays(1))}"],
        Hours hours => [$"DTSTART:{Instant(hours.Begins)}", $"DTEND:{Instant(hours.Ends)}"],
        _ => throw new ArgumentOutOfRangeException(nameof(time), time, "A kind of time without a meaning."),
    };

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
