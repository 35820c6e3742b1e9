using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Mekong.Advocacy.Benchmarks.Measuring;

namespace Mekong.Advocacy.Benchmarks.Micro;

/// <summary>What fits in memory: how often a second one core does it.</summary>
internal sealed class MicroMeasurement : IMeasurement
{
    public string Name => "micro";

    public Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithLaunchCount(1)
            .WithWarmupCount(bench.Quick ? 1 : 3).WithIterationCount(bench.Quick ? 1 : 5)
            .WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(bench.Quick ? 20 : 200));
        var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(NullLogger.Instance).AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(Path.Combine(bench.Scratch, "micro")).WithOptions(ConfigOptions.DisableOptimizationsValidator);
        return Task.FromResult<IReadOnlyList<Figure>>([.. BenchmarkRunner.Run<Messages>(config).Reports.Select(Told)]);
    }

    private static Figure Told(BenchmarkReport report)
    {
        var name = report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
        if (report.ResultStatistics is not { } statistics) throw new BenchException($"{name} gave no figures.");
        return Figure.Told(name, "per second and core", 1e9 / statistics.Median) with { Samples = [.. statistics.OriginalValues.Select(ns => 1e9 / ns)] };
    }
}
