using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Mekong.Advocacy.Domain.Calendars;

namespace Mekong.Advocacy.Web.Features.Calendars;

internal enum HolidayKind { Holiday, SubstituteWorkingDay }

/// <summary>One line of a file: a day on which offices are closed, or one of a weekend on which they work.</summary>
/// <param name="Source">Where it stands, in words.</param>
/// <param name="Announced">In the list that was published for its year; else it is computed and may move.</param>
internal sealed record Holiday(DateOnly Date, HolidayKind Kind, string Name, string Source, bool Announced);

/// <summary>A country's file: a head of comments that names rules and sources, then a line for each day, in their order.</summary>
internal sealed record HolidayFile(IReadOnlyList<Holiday> Days)
{
    private const string SourceMark = "# source ";

    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { AllowComments = true, Comment = '#' };

    public WorkingCalendar Calendar { get; } = new(Those(Days, HolidayKind.Holiday), Those(Days, HolidayKind.SubstituteWorkingDay));

    /// <exception cref="InvalidDataException">It does not keep to the form; the message names file and line.</exception>
    public static HolidayFile Read(string path)
    {
        var sources = File.ReadLines(path).Where(line => line.StartsWith(SourceMark, StringComparison.Ordinal))
            .Select(line => line[SourceMark.Length..].Split(": ", 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        using var reader = new CsvReader(new StreamReader(path), Form);
        var days = new List<Holiday>();
        reader.Read();
        reader.ReadHeader();
        while (reader.Read())
        {
            try { days.Add(Day(reader, sources, days.Count > 0 ? days[^1] : null)); }
            catch (Exception e) when (e is FormatException or CsvHelperException)
            {
                throw new InvalidDataException($"{path}, line {reader.Parser.RawRow}: {e.Message}", e);
            }
        }
        return new(days);
    }

    private static Holiday Day(CsvReader line, Dictionary<string, string> sources, Holiday? before)
    {
        string Field(string name) => line.GetField(name) is { Length: > 0 } text ? text : throw new FormatException($"\"{name}\" is missing.");
        var date = DateOnly.ParseExact(Field("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (date <= before?.Date) throw new FormatException("The days are not in their order, or one is there twice.");
        var kind = Field("kind") switch
        {
            "holiday" => HolidayKind.Holiday,
            "substitute-working-day" => HolidayKind.SubstituteWorkingDay,
            var other => throw new FormatException($"\"{other}\" is no kind of day."),
        };
        if (!sources.TryGetValue(Field("source"), out var source)) throw new FormatException("The head does not name this source.");
        var announced = Field("confidence") switch
        {
            "announced" => true,
            "computed" => false,
            var other => throw new FormatException($"\"{other}\" is no confidence."),
        };
        return new(date, kind, Field("name"), source, announced);
    }

    private static IEnumerable<DateOnly> Those(IEnumerable<Holiday> days, HolidayKind kind) => days.Where(day => day.Kind == kind).Select(day => day.Date);
}
