using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task Of_many_who_append_at_once_each_keeps_its_own_name_version_and_row()
    {
        for (var n = 0; n < 20; n++) await Log.Note($"river-{n}", 0, "rain");
        await Task.WhenAll(Enumerable.Range(0, 80).Select(n => Task.Run(() => Log.Store.Append(
            [new($"river-{n}", n < 20 ? 1 : 0, n % 3 == 0 ? [new Noted("flood"), new Noted($"ebb {n}")] : [new Noted($"ebb {n}")])],
            new($"actor-{n}", Correlation: n % 2 == 0 ? $"trace-{n}" : null), Ct), Ct)));
        var log = await Log.All();
        Assert.Equal(log.Count, log.Select(happened => happened.Position).Distinct().Count());
        foreach (var n in Enumerable.Range(0, 80))
        {
            var last = (await Log.Store.Read($"river-{n}", Ct))[^1];
            Assert.Equal(new Noted($"ebb {n}"), last.Event);
            Assert.Equal(($"actor-{n}", n % 2 == 0 ? $"trace-{n}" : null), (last.Metadata.Actor, last.Metadata.Correlation));
            Assert.Equal((n < 20 ? 2 : 1) + (n % 3 == 0 ? 1 : 0), last.Version);
        }
        Assert.Equal(Tally.Over(log), await Log.Rows(Log.Inline));
    }

    [Fact]
    public async Task One_whose_append_cannot_be_written_harms_none_of_those_beside_it()
    {
        Log.Inline.Broken = true;
        await Log.Note("river-1", 0, "rain");
        var held = new[] { "first", "second" }.Select(gate => Task.Run(() => Log.Append(gate, 0, new Noted("rain"), new Held(gate)), Ct)).ToArray();
        foreach (var gate in new[] { "first", "second" }) await Log.Turnstile.At(gate).Entered.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        var good = Enumerable.Range(2, 30).Select(n => Log.Note($"river-{n}", 0, "sun")).ToList();
        var (late, spoilt, nul) = (Log.Note("river-1", 0, "late"), Log.Note("river-40", 0, "spoilt"), Log.Note("river-41", 0, "a\0b"));
        await Assert.ThrowsAsync<StreamHasMovedException>(() => late);
        await Assert.ThrowsAsync<InvalidDataException>(() => spoilt);
        Assert.NotNull(await Record.ExceptionAsync(() => nul));
        await Task.WhenAll(good);
        foreach (var gate in new[] { "first", "second" }) Log.Turnstile.At(gate).Decision.SetResult(true);
        await Task.WhenAll(held);
        Assert.Equal(30, (await Log.All()).Count(happened => happened.Event is Noted { Text: "sun" }));
        Assert.Empty(await Log.Store.Read("river-40", Ct));
        Assert.Equal(Tally.Over(await Log.All()), await Log.Rows(Log.Inline));
    }
}
