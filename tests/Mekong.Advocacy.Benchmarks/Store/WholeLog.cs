using System.Diagnostics;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Web.Features.Subscribers;
using Npgsql;

namespace Mekong.Advocacy.Benchmarks.Store;

/// <summary>Reading the log from its beginning to its end, and making a view anew from it.</summary>
internal static class WholeLog
{
    public static async Task<IReadOnlyList<Figure>> Measure(Bench bench, CancellationToken ct)
    {
        var database = await bench.NewDatabase(ct);
        await using var engine = await StoreEngine.Open(database, ct, new SubscriberRows(), new ConsentRows());
        await using var packaged = await StoreEngine.OpenPackaged(database, ct, new SubscriberRows(), new ConsentRows());
        await using var source = NpgsqlDataSource.Create(database);
        var events = await SeededLog.Fill(source, bench.Rows(1_000_000, 20_000), ct);
        await Read(engine, ct);
        await HandReads.Select(source, ct);
        var read = await Pairs.Run(bench, "read", async ct => events / await Read(engine, ct), async ct => events / await HandReads.Select(source, ct), ct,
            packaged is null ? null : async ct => events / await Read(packaged, ct));
        var rebuilt = await Pairs.Run(bench, "rebuild", async ct => events / await Rebuild(engine, ct), async ct => events / await HandFold.Run(source, ct), ct,
            packaged is null ? null : async ct => events / await Rebuild(packaged, ct));
        await HandFold.MustEqual(source, ct);
        NpgsqlConnection.ClearAllPools();
        var figures = new[]
        {
            read.Figure("reading the log", "events/s", "a bare SELECT of the same columns", 0.7),
            rebuilt.Figure("rebuilding a view", "events/s", "a fold by hand that yields the same table", 0.6),
        };
        await bench.DropDatabase(database, ct);
        return figures;
    }

    private static async Task<double> Read(StoreEngine engine, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var last = 0L;
        await foreach (var happened in engine.Store.ReadAll(0, ct)) last = happened.Position;
        return last > 0 ? clock.Elapsed.TotalSeconds : throw new BenchException("The log was read as empty.");
    }

    private static async Task<double> Rebuild(StoreEngine engine, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        await engine.Views.Rebuild("advocacy.consents", new Nobody(), ct);
        return clock.Elapsed.TotalSeconds;
    }

    private sealed class Nobody : IProgress<long>
    {
        public void Report(long value) { }
    }
}
