using Mekong.Advocacy.Domain.Calendars;

namespace Mekong.Advocacy.Domain.Tests.Calendars;

/// <summary>A day ends at three different moments in Kunming, Bangkok and Yangon.</summary>
public sealed class CountryDaysTests
{
    private static readonly DateOnly LastOfTheYear = new(2026, 12, 31);

    private static DateTimeOffset Utc(int day, int hour, int minute) => new(2026, 12, day, hour, minute, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("CN", 16, 0)]
    [InlineData("TH", 17, 0)]
    [InlineData("KH", 17, 0)]
    [InlineData("LA", 17, 0)]
    [InlineData("VN", 17, 0)]
    [InlineData("MM", 17, 30)]
    public void The_year_ends_where_the_readers_are(string country, int hour, int minute)
    {
        var end = CountryDays.EndOf(LastOfTheYear, country);
        Assert.Equal(Utc(31, hour, minute), end);
        Assert.Equal(TimeSpan.Zero, end.Offset);
        Assert.Equal(LastOfTheYear, CountryDays.DayAt(end.AddTicks(-1), country));
        Assert.Equal(new DateOnly(2027, 1, 1), CountryDays.DayAt(end, country));
    }

    [Fact]
    public void Morning_comes_first_in_Kunming_and_last_in_Yangon()
    {
        Assert.Equal(Utc(31, 0, 0), CountryDays.MorningOf(LastOfTheYear, "CN"));
        Assert.Equal(Utc(31, 1, 0), CountryDays.MorningOf(LastOfTheYear, "TH"));
        Assert.Equal(Utc(31, 1, 30), CountryDays.MorningOf(LastOfTheYear, "MM"));
    }
}
