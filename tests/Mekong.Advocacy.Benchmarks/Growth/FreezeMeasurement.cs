using System.Diagnostics;
using System.Globalization;
using Mekong.Advocacy.Benchmarks.Mail;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Benchmarks.Serving;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mekong.Advocacy.Benchmarks.Growth;

/// <summary>A large audience is laid into the ledger while people read pages and enter their names.</summary>
internal sealed class FreezeMeasurement : IMeasurement
{
    private const double Seconds = 15, Slower = 2, MostMb = 250;

    private sealed record Freeze(double Seconds, double PeakMb, double GrownMb);

    public string Name => "freeze";

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        var readers = bench.Rows(1_000_000, 20_000);
        var freezes = new List<Freeze>();
        var (pages, posts) = (new List<(Load Busy, Load Idle)>(), new List<(Load Busy, Load Idle)>());
        for (var run = 0; run < bench.Pairs; run++)
        {
            var (freeze, page, post) = await Once(bench, readers, ct);
            freezes.Add(freeze);
            pages.Add(page);
            posts.Add(post);
            bench.Log.LogInformation("{Freeze}; p95 of the page {Page:0.0} beside {PageIdle:0.0} ms, of the POST {Post:0.0} beside {PostIdle:0.0} ms", freeze, page.Busy.P95, page.Idle.P95, post.Busy.P95, post.Idle.P95);
        }
        return
        [
            Under(Seconds, "audience frozen", "s", freezes.Select(one => one.Seconds), string.Create(CultureInfo.InvariantCulture, $"{readers:N0} readers, from the schedule instant until sending begins")),
            Under(MostMb, "freeze, peak memory of the platform", "MB", freezes.Select(one => one.PeakMb), string.Create(CultureInfo.InvariantCulture, $"{freezes.Max(one => one.GrownMb):0} MB more than before the freeze")),
            P95("public page during the freeze, p95", pages),
            P95("entering a subscriber during the freeze, p95", posts),
        ];
    }

    private static Figure Under(double limit, string name, string unit, IEnumerable<double> samples, string note) =>
        Figure.Under(limit, name, unit, Pairs.Median(samples), note) with { Samples = [.. samples] };

    private static Figure P95(string name, List<(Load Busy, Load Idle)> loads)
    {
        var figure = new Pairs([.. loads.Select(load => load.Busy.P95)], [.. loads.Select(load => load.Idle.P95)]).Figure(name, "ms", "before the freeze", Slower, lessIsBetter: true);
        var failed = loads.Sum(load => load.Busy.Failed + load.Idle.Failed);
        return failed == 0 ? figure : throw new BenchException($"{name}: {failed} requests failed.");
    }

    private static async Task<(Freeze Freeze, (Load Busy, Load Idle) Page, (Load Busy, Load Idle) Post)> Once(Bench bench, int readers, CancellationToken ct)
    {
        var office = await bench.Office(ct);
        var database = await office.Database(readers, ct);
        await using var platform = await PlatformProcess.Serve(office.Program, office.Log("platform"), office.Settings(database), ct);
        using var desk = office.Desk(platform.Url);
        using var people = new Passers(platform.Url, desk.Coordinator);
        await people.While(Task.Delay(TimeSpan.FromSeconds(bench.Quick ? 1 : 4), ct), ct); // until everything is compiled
        var idle = await people.While(Task.Delay(TimeSpan.FromSeconds(bench.Quick ? 1 : 8), ct), ct);
        var alert = await desk.Approved(AlertToAll.Json(), ct);
        var (before, began) = (platform.Mb, Stopwatch.GetTimestamp());
        var took = 0d;
        var busy = await people.While(Task.Run(async () =>
        {
            await using var source = NpgsqlDataSource.Create(database);
            await desk.Schedule(alert, ct);
            await Campaign.Reaches(source, alert, Campaign.Begun, ct);
            took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        }, ct), ct);
        var counts = await desk.Counts(alert, ct);
        var freeze = new Freeze(took, platform.PeakMb, platform.Mb - before);
        await platform.Kill();
        await bench.DropDatabase(database, ct);
        if (counts["audience"] < readers) throw new BenchException($"Of {readers} readers {counts["audience"]} are in the ledger.");
        return (freeze, (busy.Pages, idle.Pages), (busy.Posts, idle.Posts));
    }
}
