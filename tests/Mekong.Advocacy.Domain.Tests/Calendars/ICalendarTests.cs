using Mekong.Advocacy.Domain.Calendars;

namespace Mekong.Advocacy.Domain.Tests.Calendars;

public sealed class ICalendarTests
{
    private static readonly DateTimeOffset Changed = new(2027, 9, 1, 3, 15, 0, TimeSpan.Zero);

    [Fact]
    public void A_meeting_is_written_in_UTC_and_a_forum_in_whole_days()
    {
        var meeting = new CalendarEntry("dialogue-7@mekong.example", 2, Changed,
            new Hours(new(2027, 10, 21, 9, 0, 0, TimeSpan.FromHours(7)), new(2027, 10, 21, 12, 30, 0, TimeSpan.FromHours(7))), "Voices from home", "en")
        { Description = "Launch: exhibition, film, paper", Location = "Phnom Penh", Page = new Uri("https://mekong.example/workspace/dialogues/7") };
        var forum = new CalendarEntry("forum-3@mekong.example", 0, Changed, new WholeDays(new(2027, 11, 9), new(2027, 11, 10)), "Regional labour forum", "en");
        Assert.Equal("""
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Mekong.Advocacy//Mekong.Advocacy//EN
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            NAME;LANGUAGE=en:Cambodia
            X-WR-CALNAME:Cambodia
            REFRESH-INTERVAL;VALUE=DURATION:PT1H
            X-PUBLISHED-TTL:PT1H
            BEGIN:VEVENT
            UID:dialogue-7@mekong.example
            SEQUENCE:2
            DTSTAMP:20270901T031500Z
            LAST-MODIFIED:20270901T031500Z
            DTSTART:20271021T020000Z
            DTEND:20271021T053000Z
            SUMMARY;LANGUAGE=en:Voices from home
            DESCRIPTION;LANGUAGE=en:Launch: exhibition\, film\, paper
            LOCATION:Phnom Penh
            URL:https://mekong.example/workspace/dialogues/7
            STATUS:CONFIRMED
            TRANSP:OPAQUE
            END:VEVENT
            BEGIN:VEVENT
            UID:forum-3@mekong.example
            SEQUENCE:0
            DTSTAMP:20270901T031500Z
            LAST-MODIFIED:20270901T031500Z
            DTSTART;VALUE=DATE:20271109
            DTEND;VALUE=DATE:20271111
            SUMMARY;LANGUAGE=en:Regional labour forum
            STATUS:CONFIRMED
            TRANSP:TRANSPARENT
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"), ICalendar.Write("Cambodia", "en", [meeting, forum]));
    }

    [Fact]
    public void What_was_cancelled_stays_listed_and_says_so()
    {
        var entry = new CalendarEntry("forum-3@mekong.example", 4, Changed, new WholeDays(new(2027, 12, 31), new(2027, 12, 31)), "Regional labour forum", "en", Cancelled: true);
        var written = ICalendar.Write("Forum", "en", [entry]);
        Assert.Contains("\r\nSEQUENCE:4\r\n", written, StringComparison.Ordinal);
        Assert.Contains("\r\nSTATUS:CANCELLED\r\n", written, StringComparison.Ordinal);
        Assert.Contains("\r\nDTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\n", written, StringComparison.Ordinal);
    }
}
