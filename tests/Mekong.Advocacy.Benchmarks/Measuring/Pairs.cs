using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>Ours and a reference, run in turn so that what the machine does meanwhile meets both: A B A B and so on; with a packaged engine A B C A B C.</summary>
/// <param name="Stolen">Between 0 and 1: how much of the machine its host gave to others in the worst pair.</param>
internal sealed record Pairs(IReadOnlyList<double> Ours, IReadOnlyList<double> Reference, double Stolen = 0)
{
    private const double Disturbing = 0.05;

    /// <summary>Ours with the packaged engine; empty where there is none.</summary>
    public IReadOnlyList<double> Packaged { get; init; } = [];

    public static async Task<Pairs> Run(
        Bench bench, string name, Func<CancellationToken, Task<double>> ours, Func<CancellationToken, Task<double>> reference, CancellationToken ct,
        Func<CancellationToken, Task<double>>? packaged = null)
    {
        var (mine, theirs, others, worst) = (new List<double>(), new List<double>(), new List<double>(), 0.0);
        for (var pair = 1; pair <= bench.Pairs; pair++)
        {
            var stolen = new Stolen();
            mine.Add(await ours(ct));
            theirs.Add(await reference(ct));
            if (packaged is not null) others.Add(await packaged(ct));
            worst = Math.Max(worst, stolen.Share);
            bench.Log.LogInformation("{Name}, {Pair} of {Pairs}: {Ours:N1} beside {Reference:N1}, {Stolen:P0} taken by the host",
                name, pair, bench.Pairs, mine[^1], theirs[^1], stolen.Share);
        }
        return new(mine, theirs, worst) { Packaged = others };
    }

    public Figure Figure(string name, string unit, string referenceName, double goal, bool lessIsBetter = false, string note = "") =>
        new(name, unit, Median(Ours), Median(Reference), referenceName, goal, lessIsBetter, Disturbed(note)) { Samples = Ours, ReferenceSamples = Reference, PackagedSamples = Packaged };

    private string Disturbed(string note) => Stolen < Disturbing ? note
        : FormattableString.Invariant($"{note}{(note.Length > 0 ? "; " : "")}up to {Stolen * 100:0} % of the machine was taken by its host meanwhile").TrimStart();

    public static double Median(IEnumerable<double> samples)
    {
        var sorted = samples.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
