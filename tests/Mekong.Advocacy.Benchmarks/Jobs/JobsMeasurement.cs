using System.Diagnostics;
using System.Globalization;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Benchmarks.Jobs;

/// <summary>The job engines beside each other: how soon a job that is due begins, and how many a second when all are due at once.</summary>
internal sealed class JobsMeasurement : IMeasurement
{
    public string Name => "jobs";

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        var (one, all) = (bench.Quick ? 5 : 25, bench.Rows(1_000, 50));
        var ours = await Measure(bench, EngineChoice.AllBuiltIn, one, all, ct);
        var packaged = PackagedEngines.Jobs is null ? ([], []) : await Measure(bench, EngineChoice.AllBuiltIn with { Jobs = "Hangfire" }, one, all, ct);
        return
        [
            Told("a job, from due to begun", "ms", ours.Waits, packaged.Waits),
            Told(string.Create(CultureInfo.InvariantCulture, $"jobs, {all:N0} due at once"), "1/s", ours.Rates, packaged.Rates),
        ];
    }

    private static async Task<(List<double> Waits, List<double> Rates)> Measure(Bench bench, EngineChoice engines, int one, int all, CancellationToken ct)
    {
        var database = await bench.NewDatabase(ct);
        var (waits, rates) = (new List<double>(), new List<double>());
        await using (var engine = await JobsEngine.Start(database, engines, ct))
        {
            await Wait(engine, -1, ct); // warm
            for (var job = 0; job < one; job++) waits.Add((await Wait(engine, job, ct)).TotalMilliseconds);
            for (var round = 0; round < bench.Pairs; round++) rates.Add(all / (await All(engine, round, all, ct)).TotalSeconds);
        }
        NpgsqlConnection.ClearAllPools();
        await bench.DropDatabase(database, ct);
        return (waits, rates);
    }

    private static async Task<TimeSpan> Wait(JobsEngine engine, int job, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        await engine.Scheduler.Schedule(Due($"one-{job}", TimeProvider.System.GetUtcNow()), ct);
        await engine.Runs(1, ct);
        return clock.Elapsed;
    }

    /// <summary>From the date that all of them have until the last one has begun.</summary>
    private static async Task<TimeSpan> All(JobsEngine engine, int round, int all, CancellationToken ct)
    {
        var due = TimeProvider.System.GetUtcNow().AddSeconds(Math.Max(3, all / 100));
        for (var job = 0; job < all; job++) await engine.Scheduler.Schedule(Due($"all-{round}-{job}", due), ct);
        if (TimeProvider.System.GetUtcNow() > due) throw new BenchException("The jobs were due before all of them were scheduled.");
        await engine.Runs(all, ct);
        return TimeProvider.System.GetUtcNow() - due;
    }

    private static Job Due(string key, DateTimeOffset at) => new(key, "note", "{}", at);

    private static Figure Told(string name, string unit, List<double> ours, List<double> packaged) =>
        Figure.Told(name, unit, Pairs.Median(ours)) with { Samples = ours, PackagedSamples = packaged };
}
