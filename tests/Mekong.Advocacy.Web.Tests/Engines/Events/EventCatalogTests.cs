using System.Text.Json.Nodes;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>Stored forms of yesterday are read as today's.</summary>
public sealed class EventCatalogTests(TestPostgres postgres)
{
    private sealed record GaugedOnce(int Centimetres);

    private sealed record GaugedAgain(decimal Metres);

    private sealed record Gauged(decimal Metres, string Gauge);

    [Fact]
    public async Task A_first_form_goes_through_the_second_to_the_third()
    {
        await using var log = await TestLog.Open(postgres);
        var ct = TestContext.Current.CancellationToken;
        await using (var first = TestLog.On(log.ConnectionString, new EventCatalog().Add<GaugedOnce>("tests.gauged.v1")))
            await first.Append("river-1", 0, new GaugedOnce(1234));
        await using (var second = TestLog.On(log.ConnectionString, new EventCatalog().Add<GaugedAgain>("tests.gauged.v2")))
            await second.Append("river-1", 1, new GaugedAgain(5.60m));
        await using var today = TestLog.On(log.ConnectionString, Today());
        await today.Append("river-1", 2, new Gauged(7m, "Chiang Saen"));
        object[] expected = [new Gauged(12.34m, "Stung Treng"), new Gauged(5.60m, "Stung Treng"), new Gauged(7m, "Chiang Saen")];
        Assert.Equal(expected, (await today.Store.Read("river-1", ct)).Select(happened => happened.Event));
        Assert.Equal(expected, (await today.All()).Select(happened => happened.Event));
        Assert.Equal(
            ["""tests.gauged.v1 {"centimetres": 1234}""", """tests.gauged.v2 {"metres": 5.60}""", """tests.gauged.v3 {"gauge": "Chiang Saen", "metres": 7}"""],
            await log.Lines("select type || ' ' || data from es.mt_events order by seq_id"));
    }

    [Fact]
    public void Every_name_that_may_stand_in_the_log_is_listed() =>
        Assert.Equal(["tests.gauged.v1", "tests.gauged.v2", "tests.gauged.v3"], Today().Names.Order());

    [Fact]
    public void A_name_and_a_type_are_given_only_once()
    {
        Assert.Throws<ArgumentException>(() => Today().Add<Noted>("tests.gauged.v3"));
        Assert.Throws<ArgumentException>(() => Today().Add<Gauged>("tests.gauged.v4"));
        Assert.Throws<ArgumentException>(() => Today().Upcast("tests.gauged.v1", "tests.gauged.v3", body => body));
        Assert.Throws<ArgumentException>(() => Today().Upcast("tests.gauged.v3", "tests.gauged.v1", body => body));
        Assert.Throws<ArgumentException>(() => Today().Add<Noted>("tests.gauged.v1"));
    }

    [Fact]
    public void An_upcaster_to_a_name_that_is_not_there_is_an_error_that_says_which()
    {
        var catalog = new EventCatalog().Upcast("tests.gauged.v1", "tests.gauged.v2", body => body);
        var error = Assert.Throws<InvalidOperationException>(() => catalog.Resolve("tests.gauged.v1", () => []));
        Assert.Equal("No event is named tests.gauged.v2.", error.Message);
    }

    private static EventCatalog Today() => new EventCatalog()
        .Add<Gauged>("tests.gauged.v3")
        .Upcast("tests.gauged.v1", "tests.gauged.v2", body => new JsonObject { ["metres"] = (decimal)body["centimetres"]! / 100 })
        .Upcast("tests.gauged.v2", "tests.gauged.v3", body =>
        {
            body["gauge"] = "Stung Treng";
            return body;
        });
}
