using System.Globalization;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task Who_and_why_and_when_are_kept_with_the_event()
    {
        var metadata = new EventMetadata("6a0f", "3S Rivers", "4bf92f3577b34da6", "00f067aa0ba902b7");
        await Log.Store.Append([new("river-1", 0, [new Noted("rain")])], metadata, Ct);
        Log.Clock.Now += TimeSpan.FromHours(1);
        await Log.Note("river-1", 1, "flood");
        var past = await Log.Store.Read("river-1", Ct);
        Assert.Equal([metadata, Anybody], past.Select(happened => happened.Metadata));
        Assert.Equal(
            [DateTimeOffset.Parse("2026-03-01T09:00:00.123456Z", CultureInfo.InvariantCulture), DateTimeOffset.Parse("2026-03-01T10:00:00.123456Z", CultureInfo.InvariantCulture)],
            past.Select(happened => happened.At));
        Assert.Equal(past, await Log.All());
    }

    [Theory]
    [InlineData("ទន្លេមេគង្គ ជំរាបសួរ")]
    [InlineData("ແມ່ນ້ຳຂອງ မဲခေါင်မြစ် แม่น้ำโขง sông Mê Kông 湄公河")]
    [InlineData("👨‍👩‍👧‍👦 🇰🇭 😀")]
    [InlineData("quote \" backslash \\ slash / <b> & ' \u2028 \u0001 \t \r\n")]
    [InlineData("\\u0000 \\\\u0000")]
    [InlineData("")]
    public async Task Every_text_comes_back_as_it_was(string text)
    {
        await Log.Note("river-1", 0, text);
        Assert.Equal(new Noted(text), Assert.Single(await Log.Store.Read("river-1", Ct)).Event);
    }

    [Fact]
    public async Task Figures_instants_enums_and_dictionaries_come_back_as_they_were()
    {
        var at = new DateTimeOffset(2026, 3, 1, 16, 0, 0, TimeSpan.FromHours(7)).AddTicks(1234567);
        var words = new Dictionary<string, string> { ["zh-Hans"] = "水位", ["km"] = "កម្ពស់ទឹក", ["KM"] = "another key" };
        var gauge = Guid.Parse("0197a0c0-0000-7000-8000-000000000001");
        await Log.Append("river-1", 0, new Measured(1.10m, at, new DateOnly(2026, 2, 28), Season.Wet, words, null, long.MaxValue, gauge));
        var back = Assert.IsType<Measured>(Assert.Single(await Log.Store.Read("river-1", Ct)).Event);
        Assert.Equal("1.10", back.Level.ToString(CultureInfo.InvariantCulture));
        Assert.True(at.EqualsExact(back.At));
        Assert.Equal((new DateOnly(2026, 2, 28), Season.Wet, null, long.MaxValue, gauge), (back.Day, back.Season, back.Note, back.Count, back.Gauge));
        Assert.Equal(words.OrderBy(word => word.Key, StringComparer.Ordinal), back.Words.OrderBy(word => word.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("river-1", "a\0b")]
    [InlineData("river\0", "rain")]
    public async Task The_character_U_0000_is_refused_and_nothing_is_kept(string stream, string text)
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() =>
            Log.Store.Append([new("lake-1", 0, [new Noted("calm")]), new(stream, 0, [new Noted(text)])], Anybody, Ct));
        Assert.IsNotType<StreamHasMovedException>(refusal);
        Assert.Empty(await Log.All());
        await Log.Note("river-1", 0, "rain");
        Assert.Equal(["1 rain"], await Story("river-1"));
    }

    [Fact]
    public async Task An_event_without_a_stored_name_is_refused_and_nothing_is_kept()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Log.Append("river-1", 0, new Noted("rain"), new Uri("https://mekong.example")));
        Assert.Empty(await Log.All());
    }
}
