using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Benchmarks.Web;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Benchmarks.SignOns;

/// <summary>
/// Ten thousand officers sign one statement over the API, every tenth twice in the same moment, while others read its page: how many a minute;
/// none lost, none double; how long until the page tells them all; beside as many POSTs that insert a stream and an event and ask nothing.
/// </summary>
internal sealed class SignOnsMeasurement : IMeasurement
{
    private const int Clients = 64;

    private const double PerMinute = 10_000;

    private sealed record Run(double PerMinute, double CountAfter, double P50, double P95, double ThankedAfter);

    public string Name => "sign-ons";

    async Task<IReadOnlyList<Figure>> IMeasurement.Run(Bench bench, CancellationToken ct)
    {
        var members = bench.Rows(10_000, 200);
        await using var session = await Session.Begin(bench, bench.Pairs + 1, members, ct);
        var (minimal, fact) = await MinimalServer.Start(bench, session.Database, ct);
        await using var _ = minimal;
        await One(bench, session, session.Texts[0], Math.Min(members, 3_000), ct); // until everything is compiled
        var runs = new List<Run>();
        var pairs = await Pairs.Run(bench, Name, async stop =>
        {
            runs.Add(await One(bench, session, session.Texts[1 + runs.Count], members, stop));
            return runs[^1].PerMinute;
        }, stop => Bare(fact, members, stop), ct);
        var said = pairs.Figure("sign-ons", "1/min", "", 0).Note;
        return
        [
            new Figure("sign-ons to one statement", "1/min", Pairs.Median(pairs.Ours), PerMinute, "asked for", 1, Note:
                string.Create(CultureInfo.InvariantCulture, $"{members:N0} organisations and a tenth of them twice, none lost or double, register proved{(said.Length > 0 ? "; " : "")}{said}")) { Samples = pairs.Ours },
            pairs.Figure("sign-ons beside bare inserts", "1/min", "a minimal endpoint that inserts a stream and an event", 0),
            Figure.Under(Readers.MostLate, "the public count is right after the last answer", "s", runs.Max(run => run.CountAfter), "the slowest; no page before it was later than two seconds"),
            Figure.Told("the statement's page meanwhile, p50", "ms", Pairs.Median(runs.Select(run => run.P50))),
            Figure.Told("the statement's page meanwhile, p95", "ms", Pairs.Median(runs.Select(run => run.P95))),
            Figure.Told("everybody thanked by mail, after the first sign-on", "s", Pairs.Median(runs.Select(run => run.ThankedAfter))),
        ];
    }

    private static async Task<Run> One(Bench bench, Session session, OpenText text, int members, CancellationToken ct)
    {
        using var rush = new Rush(session.Platform.Url, text, members, Clients);
        using var page = new PublicPage(session.Platform.Url, text.Id);
        var (readers, mailed, began) = (new Readers(page, rush), session.Sink.Count, Stopwatch.GetTimestamp());
        var (web, data) = (session.Platform.Cpu, bench.DatabaseCpu);
        var took = await readers.While(rush.Run(ct), ct);
        rush.MustHaveTakenAll();
        var last = Stopwatch.GetTimestamp();
        await Until.Sees("the page tells them all", TimeSpan.FromSeconds(30), () => page.Count(ct), count => count >= members, ct);
        var told = Stopwatch.GetElapsedTime(last).TotalSeconds;
        bench.Log.LogInformation("{Members} signed in {Seconds:0.0} s ({Web:0.0} s of processor by the platform, {Data:0.0} s by the database), told after {Told:0.00} s; pages {P50:0.0} and {P95:0.0} ms; thanked meanwhile {Mailed}",
            members, took, session.Platform.Cpu - web, bench.DatabaseCpu - data, told, readers.P50, readers.P95, session.Sink.Count - mailed);
        if (readers.Late > 0) throw new BenchException($"{readers.Late} pages were more than {Readers.MostLate} seconds late.");
        if (readers.Failed > 0) throw new BenchException($"{readers.Failed} pages failed.");
        if (await page.Count(ct) != members) throw new BenchException($"The page counts {await page.Count(ct)} of {members}.");
        using var desk = session.Office.Desk(session.Platform.Url);
        await RegisterProof.Check(desk.Coordinator, text.Id, members, ct);
        await Until.Sees("everybody is thanked", TimeSpan.FromMinutes(8), () => Task.FromResult(session.Sink.Count - mailed), count => count >= members, ct, everyMs: 200);
        var thanked = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (session.Sink.Twice > 0) throw new BenchException($"{session.Sink.Twice} were thanked twice.");
        return new(members / took * 60, told, readers.P50, readers.P95, thanked);
    }

    private static async Task<double> Bare(Uri url, int count, CancellationToken ct)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients * 2 }) { BaseAddress = url };
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(1, count), new ParallelOptions { MaxDegreeOfParallelism = Clients, CancellationToken = ct }, async (number, stop) =>
        {
            using var answer = await http.PostAsJsonAsync(new Uri("/fact", UriKind.Relative), new { name = new Endorser(number).Name, language = "en", text = new string('a', 64) }, stop);
            if (!answer.IsSuccessStatusCode) throw new BenchException($"/fact: {(int)answer.StatusCode}");
        });
        return count / Stopwatch.GetElapsedTime(began).TotalMinutes;
    }
}
