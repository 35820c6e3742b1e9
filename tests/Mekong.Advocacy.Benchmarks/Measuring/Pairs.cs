using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>Ours and a reference, run in turn so that what the machine does meanwhile meets both: A B A B and so on.</summary>
internal sealed record Pairs(IReadOnlyList<double> Ours, IReadOnlyList<double> Reference)
{
    public static async Task<Pairs> Run(
        Bench bench, string name, Func<CancellationToken, Task<double>> ours, Func<CancellationToken, Task<double>> reference, CancellationToken ct)
    {
        var (mine, theirs) = (new List<double>(), new List<double>());
        for (var pair = 1; pair <= bench.Pairs; pair++)
        {
            mine.Add(await ours(ct));
            theirs.Add(await reference(ct));
            bench.Log.LogInformation("{Name}, {Pair} of {Pairs}: {Ours:N1} beside {Reference:N1}", name, pair, bench.Pairs, mine[^1], theirs[^1]);
        }
        return new(mine, theirs);
    }

    public Figure Figure(string name, string unit, string referenceName, double goal, bool lessIsBetter = false, string note = "") =>
        new(name, unit, Median(Ours), Median(Reference), referenceName, goal, lessIsBetter, note) { Samples = Ours, ReferenceSamples = Reference };

    public static double Median(IEnumerable<double> samples)
    {
        var sorted = samples.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
