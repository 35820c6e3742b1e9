using System.Globalization;
using Mekong.Advocacy.Domain.Calendars;

namespace Mekong.Advocacy.Web.Features.Calendars;

internal enum HolidayKind { Holiday, SubstituteWorkingDay }

/// <summary>One line of a file: a day on which offices are closed, or one of a weekend on which they work.</summary>
/// <param name="Source">Where it stands, in words.</param>
/// <param name="Announced">In the list that was published for its year; else it is computed and may move.</param>
internal sealed record Holiday(DateOnly Date, HolidayKind Kind, string Name, string Source, bool Announced);

/// <summary>A country's file: a head of comments that names rules and sources, then a line for each day, in their order; no field has a comma.</summary>
internal sealed record HolidayFile(IReadOnlyList<Holiday> Days)
{
    private const string SourceMark = "# source ", Head = "date,kind,name,source,confidence";

    public WorkingCalendar Calendar { get; } = new(Those(Days, HolidayKind.Holiday), Those(Days, HolidayKind.SubstituteWorkingDay));

    /// <exception cref="InvalidDataException">It does not keep to the form; the message names file and line.</exception>
    public static HolidayFile Read(string path)
    {
        var (sources, days, number) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<Holiday>(), 0);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            try
            {
                if (line.StartsWith(SourceMark, StringComparison.Ordinal) && line[SourceMark.Length..].Split(": ", 2) is [var key, var words]) sources[key] = words;
                else if (line.Length > 0 && line[0] != '#' && line != Head) days.Add(Day(line.Split(','), sources, days.Count > 0 ? days[^1] : null));
            }
            catch (FormatException e) { throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{path}, line {number}: {e.Message}"), e); }
        }
        return new(days);
    }

    private static Holiday Day(string[] fields, Dictionary<string, string> sources, Holiday? before)
    {
        if (fields is not [var day, var kind, { Length: > 0 } name, var from, var confidence]) throw new FormatException($"Not the five fields of \"{Head}\".");
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (date <= before?.Date) throw new FormatException("The days are not in their order, or one is there twice.");
        if (!sources.TryGetValue(from, out var source)) throw new FormatException($"The head does not name the source \"{from}\".");
        return new(date, KindOf(kind), name, source, IsAnnounced(confidence));
    }

    private static HolidayKind KindOf(string kind) => kind switch
    {
        "holiday" => HolidayKind.Holiday,
        "substitute-working-day" => HolidayKind.SubstituteWorkingDay,
        _ => throw new FormatException($"\"{kind}\" is no kind of day."),
    };

    private static bool IsAnnounced(string confidence) => confidence switch
    {
        "announced" => true,
        "computed" => false,
        _ => throw new FormatException($"\"{confidence}\" is no confidence."),
    };

    private static IEnumerable<DateOnly> Those(IEnumerable<Holiday> days, HolidayKind kind) => days.Where(day => day.Kind == kind).Select(day => day.Date);
}
