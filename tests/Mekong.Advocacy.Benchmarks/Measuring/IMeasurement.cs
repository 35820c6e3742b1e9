namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>One thing that is measured beside its reference; what "ops/bench NAME" picks.</summary>
internal interface IMeasurement
{
    string Name { get; }

    Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct);
}
