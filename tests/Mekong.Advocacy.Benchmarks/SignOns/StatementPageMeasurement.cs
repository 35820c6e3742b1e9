using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Mekong.Advocacy.Benchmarks.Measuring;

namespace Mekong.Advocacy.Benchmarks.SignOns;

/// <summary>The public page of a statement with 20,000 sign-ons from a warm server, as it travels to a browser.</summary>
internal sealed class StatementPageMeasurement : IMeasurement
{
    private const double Milliseconds = 20, Kilobytes = 60;

    private const int Clients = 8;

    /// <summary>Rows of the views as so many members would have left them; the log is not read for a page.</summary>
    private static string Signed(OpenText text, int count) => string.Create(CultureInfo.InvariantCulture, $"""
        with made as (
          insert into advocacy.sign_ons (id, statement_id, endorser_id, kind, stage, version, language, text_hash, name_languages, names, country, officer_id, capacity, mandate_id, mandate_kind,
            channel, display, salt, endorser, signed_at, first_at, changed_at, after_delivery)
          select gen_random_uuid(), '{text.Id}', gen_random_uuid(), 'Organisation', 'Live', 1, 'en', '{text.Hash}', array['en', 'km'], array['Union of Workers No. ' || n, 'សហជីពកម្មករ លេខ ' || n],
            (array['KH', 'LA', 'MM', 'TH', 'VN', 'CN'])[1 + n % 6], gen_random_uuid(), 'Director', gen_random_uuid(), 'standing', 'MemberPage', case when n % 20 = 0 then 'Sealed' else 'Shown' end,
            repeat('0', 32), repeat('a', 64), now() - n * interval '20 seconds', now() - n * interval '20 seconds', now(), false
          from generate_series(1, {count}) n returning 1)
        select count(*) from made
        """);

    public string Name => "statement-page";

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        var signOns = bench.Rows(20_000, 2_000);
        await using var session = await Session.Begin(bench, 1, 10, ct);
        var text = session.Texts[0];
        await session.Number(Signed(text, signOns), ct);
        using (var one = new Rush(session.Platform.Url, text, 10, 1)) await one.Run(ct); // and some by the way that others come, too
        using var page = new PublicPage(session.Platform.Url, text.Id);
        await Until.Sees("the page tells them all", TimeSpan.FromSeconds(30), () => page.Count(ct), count => count == signOns + 10, ct);
        await Ask(page, bench.Quick ? 200 : 5_000, ct);
        var runs = new List<(double P50, double P95)>();
        var stolen = new Stolen();
        for (var run = 0; run < bench.Pairs; run++) runs.Add(await Ask(page, bench.Quick ? 400 : 20_000, ct));
        var note = string.Create(CultureInfo.InvariantCulture, $"{signOns:N0} sign-ons, {Clients} readers at once, the slowest {runs.Max(run => run.P95):0.0} ms at p95{(stolen.Share < 0.05 ? "" : $"; {stolen.Share * 100:0} % of the machine was taken by its host meanwhile")}");
        return
        [
            Figure.Under(Milliseconds, "a statement's page, median", "ms", Pairs.Median(runs.Select(run => run.P50)), note) with { Samples = [.. runs.Select(run => run.P50)] },
            Figure.Told("a statement's page, p95", "ms", Pairs.Median(runs.Select(run => run.P95))),
            Figure.Told("a statement's page made anew", "ms", await Anew(session, page, text, ct), "the first reader after a sign-on"),
            Figure.Under(Kilobytes, "a statement's page, as it travels", "KB", (await page.Packed(ct)).Length / 1024d),
        ];
    }

    private static async Task<(double P50, double P95)> Ask(PublicPage page, int times, CancellationToken ct)
    {
        var took = new ConcurrentBag<double>();
        await Parallel.ForEachAsync(Enumerable.Range(0, times), new ParallelOptions { MaxDegreeOfParallelism = Clients, CancellationToken = ct }, async (_, stop) =>
        {
            var began = Stopwatch.GetTimestamp();
            await page.Packed(stop);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        });
        var sorted = took.Order().ToList();
        return (sorted[sorted.Count / 2], sorted[sorted.Count * 95 / 100]);
    }

    /// <summary>In Khmer, which nobody has asked for: what one reader waits for when no copy can be handed out.</summary>
    private static async Task<double> Anew(Session session, PublicPage page, OpenText text, CancellationToken ct)
    {
        await page.Packed(ct);
        using var khmer = new PublicPage(session.Platform.Url, text.Id, "km");
        var began = Stopwatch.GetTimestamp();
        await khmer.Packed(ct);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
