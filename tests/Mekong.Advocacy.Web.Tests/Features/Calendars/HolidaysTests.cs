using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Features.Calendars;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Calendars;

public sealed class HolidaysTests
{
    private static readonly Holidays Kept = new(Holidays.Beside);

    public static TheoryData<string> Countries => [.. Country.All];

    [Theory]
    [MemberData(nameof(Countries))]
    public void Each_country_is_listed_from_2025_to_2030_with_a_source_for_each_day(string country)
    {
        var days = Kept.Of(country);
        Assert.Equal([2025, 2026, 2027, 2028, 2029, 2030], days.Select(day => day.Date.Year).Distinct());
        Assert.All(days, day => Assert.Contains("https://", day.Source, StringComparison.Ordinal));
        Assert.All(days.GroupBy(day => day.Date.Year), year => Assert.InRange(year.Count(day => day.Kind == HolidayKind.Holiday), 8, 40));
        Assert.Equal(2030, Kept.LastYearOf(country));
    }

    [Theory]
    [InlineData("KH", "2027-04-14", "Khmer New Year")]
    [InlineData("TH", "2027-04-13", "Songkran")]
    [InlineData("MM", "2027-04-17", "Thingyan")]
    [InlineData("LA", "2027-04-15", "Pi Mai")]
    [InlineData("VN", "2027-02-06", "Lunar New Year")]
    [InlineData("VN", "2030-02-02", "Lunar New Year")]
    [InlineData("CN", "2030-02-03", "Spring Festival")]
    [InlineData("KH", "2026-11-09", "Independence")]
    [InlineData("LA", "2026-12-02", "National Day")]
    [InlineData("MM", "2027-01-04", "Independence Day")]
    [InlineData("TH", "2026-12-05", "National Day")]
    [InlineData("VN", "2027-09-02", "National Day")]
    [InlineData("CN", "2026-10-01", "National Day")]
    public void New_years_and_national_days_are_where_they_are(string country, string date, string name) =>
        Assert.Contains(Kept.Of(country), day => day.Date == DateOnly.Parse(date, null) && day.Name.Contains(name, StringComparison.Ordinal));

    [Theory]
    [InlineData("CN", "2026-02-14", true)] // a Saturday, for the Spring Festival
    [InlineData("CN", "2026-02-23", false)] // the Monday that it pays for
    [InlineData("CN", "2026-02-24", true)]
    [InlineData("CN", "2026-02-22", false)] // a Sunday
    [InlineData("VN", "2026-08-22", true)]
    [InlineData("VN", "2026-08-31", false)]
    [InlineData("MM", "2026-01-03", true)]
    [InlineData("TH", "2026-12-31", false)]
    [InlineData("KH", "2026-12-31", true)]
    [InlineData("LA", "2027-05-03", false)] // for Saturday the first
    public void Offices_work_on_the_days_on_which_they_do(string country, string date, bool works) =>
        Assert.Equal(works, Kept.CalendarOf(country).IsWorkingDay(DateOnly.Parse(date, null)));

    [Fact]
    public void Where_nothing_is_listed_there_are_weekends_only()
    {
        Assert.Empty(Kept.Of("FR"));
        Assert.True(Kept.CalendarOf("FR").IsWorkingDay(new(2027, 7, 14)));
        Assert.False(Kept.CalendarOf("FR").IsWorkingDay(new(2027, 7, 17)));
    }

    [Theory]
    [InlineData("2027-01-01,holiday,New Year,list,rumoured", "rumoured")]
    [InlineData("2027-01-01,half-day,New Year,list,computed", "half-day")]
    [InlineData("2027-01-01,holiday,New Year,elsewhere,computed", "source")]
    [InlineData("2027-13-01,holiday,New Year,list,computed", "2027-13-01")]
    [InlineData("2027-01-02,holiday,A,list,computed\n2027-01-01,holiday,B,list,computed", "order")]
    public void A_file_that_does_not_keep_to_the_form_is_refused_by_line(string lines, string told)
    {
        using var folder = new TestFolder();
        File.WriteAllText(Path.Combine(folder.Path, "KH.csv"), $"# source list: a list, https://example.org\ndate,kind,name,source,confidence\n{lines}\n");
        var refused = Assert.Throws<InvalidDataException>(() => new Holidays(folder.Path));
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.Contains("KH.csv, line ", refused.Message, StringComparison.Ordinal);
    }
}
