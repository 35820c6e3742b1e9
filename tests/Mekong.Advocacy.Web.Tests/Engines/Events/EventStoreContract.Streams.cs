using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task What_is_appended_is_read_back_in_versions_from_1()
    {
        await Log.Note("river-1", 0, "rain", "more rain");
        await Log.Note("river-1", 2, "flood");
        Assert.Equal(["1 rain", "2 more rain", "3 flood"], await Story("river-1"));
        Assert.Empty(await Log.Store.Read("river-2", Ct));
    }

    [Fact]
    public async Task A_stream_is_started_only_once()
    {
        await Log.Note("river-1", 0, "rain");
        var moved = await Assert.ThrowsAsync<StreamHasMovedException>(() => Log.Note("river-1", 0, "rain"));
        Assert.Equal("river-1", moved.Stream);
        Assert.Equal(["1 rain"], await Story("river-1"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    public async Task An_append_at_another_version_than_the_streams_is_refused(long expected)
    {
        await Log.Note("river-1", 0, "rain", "more rain");
        var moved = await Assert.ThrowsAsync<StreamHasMovedException>(() => Log.Note("river-1", expected, "flood"));
        Assert.Equal("river-1", moved.Stream);
        Assert.Equal(["1 rain", "2 more rain"], await Story("river-1"));
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_is_at_no_other_version_than_0()
    {
        await Assert.ThrowsAsync<StreamHasMovedException>(() => Log.Note("river-1", 1, "rain"));
        Assert.Empty(await Log.All());
    }

    [Fact]
    public async Task Several_streams_get_their_events_together()
    {
        await Log.Note("river-2", 0, "rain");
        await Log.Store.Append([new("river-3", 0, [new Noted("sun")]), new("river-2", 1, [new Noted("flood"), new Noted("ebb")])], Anybody, Ct);
        Assert.Equal(["1 sun"], await Story("river-3"));
        Assert.Equal(["1 rain", "2 flood", "3 ebb"], await Story("river-2"));
    }

    [Theory]
    [InlineData("river-1", "river-2")]
    [InlineData("river-3", "river-2")]
    public async Task When_one_stream_has_moved_none_gets_its_events(string free, string moved)
    {
        await Log.Note(moved, 0, "rain");
        var refusal = await Assert.ThrowsAsync<StreamHasMovedException>(() =>
            Log.Store.Append([new(free, 0, [new Noted("sun")]), new(moved, 0, [new Noted("flood")])], Anybody, Ct));
        Assert.Equal(moved, refusal.Stream);
        Assert.Empty(await Log.Store.Read(free, Ct));
        Assert.Equal(["1 rain"], await Story(moved));
        await Log.Note(free, 0, "sun");
    }

    [Fact]
    public async Task To_append_nothing_does_nothing_at_whatever_version()
    {
        await Log.Store.Append([], Anybody, Ct);
        await Log.Append("river-1", 7);
        Assert.Empty(await Log.All());
    }

    [Fact]
    public async Task Of_eight_writers_at_one_version_exactly_one_wins_in_each_of_fifty_rounds()
    {
        for (var version = 0; version < 50; version++)
        {
            var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => Wins(version, $"round {version} by {writer}"), Ct)));
            Assert.Single(won, true);
        }
        Assert.Equal(Enumerable.Range(1, 50).Select(version => (long)version), (await Log.Store.Read("river-1", Ct)).Select(happened => happened.Version));
    }

    private async Task<bool> Wins(long version, string text)
    {
        try
        {
            await Log.Note("river-1", version, text);
            return true;
        }
        catch (StreamHasMovedException)
        {
            return false;
        }
    }
}
