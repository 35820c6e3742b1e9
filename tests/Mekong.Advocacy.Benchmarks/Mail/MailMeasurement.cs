using System.Globalization;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Engines;

namespace Mekong.Advocacy.Benchmarks.Mail;

/// <summary>A whole campaign with a durable row per recipient, beside the fastest sender there is, which keeps no record.</summary>
internal sealed class MailMeasurement : IMeasurement
{
    internal const int Bytes = 6000;
    private const double Goal = 0.60, MostMb = 250;

    private static readonly Dictionary<string, string> MailKit = new() { ["Advocacy__Engines__Email"] = "MailKit" };

    public string Name => "mail";

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        var recipients = bench.Rows(100_000, 2_000);
        var campaigns = new List<Campaign>();
        await using var sink = await SmtpSink.Start(bench, ct);
        var pairs = await Pairs.Run(bench, Name, async stop =>
        {
            campaigns.Add(await Campaign.Run(bench, sink, recipients, stop));
            return campaigns[^1].Rate;
        }, stop => sink.Source(bench, recipients, Bytes, stop), ct, PackagedEngines.Email is null ? null :
            async stop => (await Campaign.Run(bench, sink, recipients, stop, MailKit)).Rate);
        return
        [
            pairs.Figure("mail campaign", "messages/s", "smtp-source -d -s 20 -l 6000", Goal, note: Note(recipients, campaigns)),
            Median(campaigns, "mail per CPU-second of platform and PostgreSQL", "messages", one => one.PerCpuSecond),
            Median(campaigns, "mail per CPU-second of the platform", "messages", one => one.PerPlatformCpuSecond),
            .. bench.Quick ? [] : new[] { Median(campaigns, "mail, first campaign of a fresh process (5,000)", "messages/s", one => one.FirstRate) },
            Median(campaigns, "mail, audience frozen after", "s", one => one.FrozenAfter),
            Figure.Under(MostMb, "mail, peak memory of the platform", "MB", campaigns.Max(one => one.PeakMb)) with { Samples = [.. campaigns.Select(one => one.PeakMb)] },
        ];
    }

    internal static Figure Median(IReadOnlyList<Campaign> campaigns, string name, string unit, Func<Campaign, double> of) =>
        Figure.Told(name, unit, Pairs.Median(campaigns.Select(of))) with { Samples = [.. campaigns.Select(of)] };

    private static string Note(int recipients, List<Campaign> campaigns) => string.Create(CultureInfo.InvariantCulture,
        $"{recipients:N0} recipients in seven languages, {campaigns[0].BytesEach:N0} bytes each on the wire, from the schedule instant to \"finished\"");
}
