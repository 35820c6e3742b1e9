namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>What one run found.</summary>
/// <param name="LeftOut">Measurements that could not be made, and why.</param>
internal sealed record Results(DateTimeOffset Date, bool Quick, Machine Machine, IReadOnlyList<Figure> Figures, IReadOnlyDictionary<string, string> LeftOut);
