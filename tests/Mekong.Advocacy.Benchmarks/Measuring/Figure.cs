namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>One line of the table: ours beside a reference of the same run, and how they should stand to each other.</summary>
/// <param name="Reference">0 where there is none: the figure is told and not judged.</param>
/// <param name="Goal">The least (or, where less is better, the greatest) ratio of ours to the reference; 0 where none is set.</param>
internal sealed record Figure(
    string Name, string Unit, double Ours, double Reference, string ReferenceName, double Goal, bool LessIsBetter = false, string Note = "")
{
    /// <summary>All that was measured, in order; <see cref="Ours"/> is their median.</summary>
    public IReadOnlyList<double> Samples { get; init; } = [];

    public IReadOnlyList<double> ReferenceSamples { get; init; } = [];

    /// <summary>The same with the packaged engine of this seam, all that was measured in order; empty where this build or this measurement has none.</summary>
    public IReadOnlyList<double> PackagedSamples { get; init; } = [];

    public double? Packaged => PackagedSamples.Count == 0 ? null : Pairs.Median(PackagedSamples);

    /// <summary>Null where there is nothing to compare with.</summary>
    public double? Ratio => Reference > 0 ? Ours / Reference : null;

    /// <summary>Null where nothing is asked for.</summary>
    public bool? Held => Goal <= 0 || Ratio is not { } ratio ? null : LessIsBetter ? ratio <= Goal : ratio >= Goal;

    /// <summary>A figure that is told beside others and has no reference of its own.</summary>
    public static Figure Told(string name, string unit, double ours, string note = "") => new(name, unit, ours, 0, "", 0, Note: note);

    /// <summary>A figure that must stay under a limit.</summary>
    public static Figure Under(double limit, string name, string unit, double ours, string note = "") =>
        new(name, unit, ours, limit, "the limit", 1, LessIsBetter: true, note);
}
