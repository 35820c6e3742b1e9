using System.Globalization;
using Mekong.Advocacy.Benchmarks.Mail;
using Mekong.Advocacy.Benchmarks.Measuring;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Benchmarks.Growth;

/// <summary>What one recipient costs in a small network and in a large one: it should be the same.</summary>
internal sealed class GrowthMeasurement : IMeasurement
{
    private const double Goal = 1.2, MostMb = 250;

    private static readonly (string Name, Func<RowCosts, double> Of)[] Kinds =
        [("campaign", costs => costs.Campaign), ("freeze", costs => costs.Freeze), ("rebuild of the subscribers' view", costs => costs.Rebuild), ("report page", costs => costs.Report)];

    public string Name => "growth";

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        int[] sizes = bench.Quick ? [1_000, 5_000] : bench.Options.Large ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
        var costs = sizes.ToDictionary(size => size, _ => new List<RowCosts>());
        await using var sink = await SmtpSink.Start(bench, ct);
        for (var turn = 0; turn < bench.Pairs; turn++)
        {
            foreach (var size in sizes)
            {
                costs[size].Add(await RowCosts.Measure(bench, sink, size, ct));
                bench.Log.LogInformation("{Size}: {Costs}", size, costs[size][^1]);
            }
        }
        return
        [
            .. Kinds.Select(kind => Compare(kind.Name, sizes, costs, kind.Of)),
            Figure.Under(MostMb, string.Create(CultureInfo.InvariantCulture, $"peak memory at {sizes[^1]:N0}"), "MB", costs[sizes[^1]].Max(one => one.PeakMb)),
        ];
    }

    private static Figure Compare(string name, int[] sizes, Dictionary<int, List<RowCosts>> costs, Func<RowCosts, double> of)
    {
        List<double> At(int size) => [.. costs[size].Select(of)];
        var note = string.Join(", ", sizes.Select(size => string.Create(CultureInfo.InvariantCulture, $"{size:N0}: {Table.Number(Pairs.Median(At(size)))}")));
        return new Pairs(At(sizes[^1]), At(sizes[0])).Figure(
            string.Create(CultureInfo.InvariantCulture, $"{name} at {sizes[^1]:N0}"), "µs per row", string.Create(CultureInfo.InvariantCulture, $"at {sizes[0]:N0}"), Goal, lessIsBetter: true, note);
    }
}
