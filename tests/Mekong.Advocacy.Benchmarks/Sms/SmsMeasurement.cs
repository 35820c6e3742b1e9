using System.Globalization;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Engines;

namespace Mekong.Advocacy.Benchmarks.Sms;

/// <summary>Texts handed over with a durable row each, beside a loop that keeps no record; both are timed by the side that takes them.</summary>
internal sealed class SmsMeasurement : IMeasurement
{
    private const int Concurrency = 20;
    private const double Goal = 0.5;

    public string Name => "sms";

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        var texts = bench.Rows(10_000, 1_000);
        var campaigns = new List<SmsCampaign>();
        await using var sink = await SmsSink.Start(ct);
        await BareSender.Run(sink, Math.Min(texts, 5_000), Concurrency, ct); // what is timed has been compiled, here as there
        var pairs = await Pairs.Run(bench, Name, async stop =>
        {
            campaigns.Add(await SmsCampaign.Run(bench, sink, texts, Concurrency, stop));
            return campaigns[^1].Rate;
        }, stop => BareSender.Run(sink, texts, Concurrency, stop), ct, PackagedEngines.Sms is null ? null :
            async stop => (await SmsCampaign.Run(bench, sink, texts, Concurrency, stop, "TwilioSdk")).Rate);
        return
        [
            pairs.Figure("texts handed over", "texts/s", "HttpClient in a loop, no ledger", Goal, note: string.Create(CultureInfo.InvariantCulture,
                $"{texts:N0} texts, {Concurrency} requests at once, from the first to the last at the sink")),
            Told("texts, from the schedule instant to \"finished\"", "s", campaigns, one => one.Seconds),
            Told("texts per CPU-second of the platform", "texts", campaigns, one => texts / one.PlatformCpu),
        ];
    }

    private static Figure Told(string name, string unit, List<SmsCampaign> campaigns, Func<SmsCampaign, double> of) =>
        Figure.Told(name, unit, Pairs.Median(campaigns.Select(of))) with { Samples = [.. campaigns.Select(of)] };
}
