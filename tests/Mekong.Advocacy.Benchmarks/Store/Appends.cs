using System.Diagnostics;
using System.Globalization;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Subscribers;
using Npgsql;

namespace Mekong.Advocacy.Benchmarks.Store;

/// <summary>One new stream with one event, again and again, by 1, 8 and 32 writers.</summary>
internal static class Appends
{
    public static async Task<IReadOnlyList<Figure>> Measure(Bench bench, CancellationToken ct)
    {
        var database = await bench.NewDatabase(ct);
        await using var bare = await StoreEngine.Open(database, ct);
        await using var packaged = await StoreEngine.OpenPackaged(database, ct);
        await using var viewed = await StoreEngine.Open(database, ct, new SubscriberRows(), new ConsentRows());
        await using var hand = HandAppends.On(database);
        var (figures, time) = (new List<Figure>(), TimeSpan.FromSeconds(bench.Quick ? 1 : 5));
        foreach (var writers in new[] { 1, 8, 32 })
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"appends, {writers} writer{(writers == 1 ? "" : "s")}");
            await Rate(writers, TimeSpan.FromSeconds(1), Ours(bare.Store), ct); // statements prepared, connections open
            await Rate(writers, TimeSpan.FromSeconds(1), hand.Writer, ct);
            if (packaged is not null) await Rate(writers, TimeSpan.FromSeconds(1), Ours(packaged.Store), ct);
            var pairs = await Pairs.Run(bench, name, ct => Rate(writers, time, Ours(bare.Store), ct), ct => Rate(writers, time, hand.Writer, ct), ct,
                packaged is null ? null : ct => Rate(writers, time, Ours(packaged.Store), ct));
            figures.Add(pairs.Figure(name, "1/s", "the two inserts by hand in one round trip", 0.7));
            figures.Add(Figure.Told($"{name}, with a row of a view", "1/s", await Rate(writers, time, Ours(viewed.Store), ct)));
        }
        NpgsqlConnection.ClearAllPools();
        await bench.DropDatabase(database, ct);
        return figures;
    }

    private static Func<int, CancellationToken, Task<Func<Task>>> Ours(IEventStore store) => (_, ct) =>
        Task.FromResult<Func<Task>>(() => store.Append([new(Fact.NewStream(), 0, [Fact.Registered])], Fact.Metadata, ct));

    /// <summary>How many appends a second the writers make together; each begins with a hand of its own.</summary>
    private static async Task<double> Rate(int writers, TimeSpan time, Func<int, CancellationToken, Task<Func<Task>>> begin, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var written = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var (append, count) = (await begin(writer, ct), 0);
            for (; clock.Elapsed < time; count++) await append();
            return count;
        }, ct)));
        return written.Sum() / clock.Elapsed.TotalSeconds;
    }
}
