using System.Collections.Frozen;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Web.Features.Calendars;

/// <summary>The countries' holidays, read once from the files beside the program. A country without a file, or a year after its last one, has weekends only.</summary>
internal sealed class Holidays(string folder)
{
    public static readonly string Beside = Path.Combine(AppContext.BaseDirectory, "holidays");

    private readonly FrozenDictionary<string, HolidayFile> files = Directory.EnumerateFiles(folder, "*.csv")
        .Select(path => (Country: Path.GetFileNameWithoutExtension(path), File: HolidayFile.Read(path)))
        .Where(read => Country.IsKnown(read.Country))
        .ToFrozenDictionary(read => read.Country, read => read.File, StringComparer.Ordinal);

    public IReadOnlyList<Holiday> Of(string country) => files.TryGetValue(country, out var file) ? file.Days : [];

    /// <summary>On which days offices there work.</summary>
    public WorkingCalendar CalendarOf(string country) => files.TryGetValue(country, out var file) ? file.Calendar : WorkingCalendar.WithoutHolidays;

    /// <summary>The last year that the file lists; null: there is none.</summary>
    public int? LastYearOf(string country) => Of(country) is [.., var last] ? last.Date.Year : null;
}
