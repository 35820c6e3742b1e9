using System.Text.Json;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Web.Tests.Engines.Email;

namespace Mekong.Advocacy.Web.Tests.Features.Calendars;

/// <summary>Two parsers that we did not write, Python's icalendar and vobject, find in our calendars what we put in.</summary>
public sealed class OthersReadOurCalendarsTests
{
    private const string Python = "/usr/bin/python3";

    private const string Icalendar = """
        import icalendar, json, sys
        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        print(json.dumps([{'uid': str(e['UID']), 'sequence': e['SEQUENCE'], 'summary': str(e['SUMMARY']), 'description': str(e.get('DESCRIPTION', '')), 'place': str(e.get('LOCATION', '')),
            'status': str(e['STATUS']), 'begins': e['DTSTART'].dt.isoformat(), 'ends': e['DTEND'].dt.isoformat(), 'stamp': e['DTSTAMP'].dt.isoformat()}
            for e in calendar.walk('VEVENT') if not e.errors]))
        """;

    private const string Vobject = """
        import io, json, sys, vobject
        calendar = vobject.readOne(io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='').read())
        print(json.dumps([{'uid': e.uid.value, 'sequence': int(e.sequence.value), 'summary': e.summary.value, 'description': e.description.value if hasattr(e, 'description') else '',
            'place': e.location.value if hasattr(e, 'location') else '', 'status': e.status.value, 'begins': e.dtstart.value.isoformat(), 'ends': e.dtend.value.isoformat(), 'stamp': e.dtstamp.value.isoformat()}
            for e in calendar.vevent_list]))
        """;

    private static readonly DateTimeOffset Changed = new(2027, 12, 30, 23, 59, 59, TimeSpan.Zero);

    private static readonly string Khmer = string.Concat(Enumerable.Repeat("កិច្ចប្រជុំជាមួយក្រសួងការងារ និងបណ្តុះបណ្តាលវិជ្ជាជីវៈ, ", 6)).Trim();

    private static readonly CalendarEntry[] Entries =
    [
        new("dialogue-1@mekong.example", 0, Changed, new Hours(new(2027, 12, 31, 23, 0, 0, TimeSpan.FromHours(6.5)), new(2028, 1, 1, 1, 0, 0, TimeSpan.FromHours(6.5))), Khmer, "km")
            { Description = "First; second, third \\ fourth\nA line of its own: \"quoted\"", Location = "Yangon, Sule Road; hall 2" },
        new("forum-2@mekong.example", 3, Changed, new WholeDays(new(2027, 12, 31), new(2028, 1, 1)), "การประชุมแรงงานระดับภูมิภาค 👩‍👩‍👧‍👦 " + new string('x', 200), "th", Cancelled: true),
        new("follow-up-3@mekong.example", 1, Changed, new WholeDays(new(2028, 2, 29), new(2028, 2, 29)), "催办：昆明", "zh-Hans"),
    ];

    [Theory]
    [InlineData("icalendar", Icalendar)]
    [InlineData("vobject", Vobject)]
    public async Task They_find_what_was_put_in(string module, string script)
    {
        if ((await OutsideProgram.Run(Python, "/", ["-c", $"import {module}"])).Code != 0) Assert.Skip($"Python's {module} is not installed.");
        var (code, output) = await OutsideProgram.Run(Python, "/", ["-c", script], ICalendar.Write("ប្រតិទិន, កម្ពុជា", "km", Entries));
        Assert.True(code == 0, output);
        var read = JsonDocument.Parse(output).RootElement.EnumerateArray().Select(entry => entry.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ToString())).ToList();
        Assert.Equal(Entries.Select(entry => (entry.Uid, entry.Sequence.ToString(null as IFormatProvider), entry.Summary, entry.Description ?? "", entry.Location ?? "")),
            read.Select(entry => (entry["uid"], entry["sequence"], entry["summary"], entry["description"], entry["place"])));
        Assert.Equal(["CONFIRMED", "CANCELLED", "CONFIRMED"], read.Select(entry => entry["status"]));
        Assert.Equal(["2027-12-31T16:30:00+00:00", "2027-12-31", "2028-02-29"], read.Select(entry => entry["begins"]));
        Assert.Equal(["2027-12-31T18:30:00+00:00", "2028-01-02", "2028-03-01"], read.Select(entry => entry["ends"]));
        Assert.All(read, entry => Assert.Equal("2027-12-30T23:59:59+00:00", entry["stamp"]));
    }
}
