using Mekong.Advocacy.Benchmarks.Measuring;

namespace Mekong.Advocacy.Benchmarks.Store;

/// <summary>The event store: how fast facts are written, read and folded into a view, each beside the same by hand.</summary>
internal sealed class StoreMeasurement : IMeasurement
{
    public string Name => "store";

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct) =>
    [
        .. await Appends.Measure(bench, ct),
        .. await WholeLog.Measure(bench, ct),
    ];
}
