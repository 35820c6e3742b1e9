using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>Runs the measurements that were asked for, one after another, and writes down what they found.</summary>
internal static class Runner
{
    /// <returns>The exit code: 0 unless something broke. A ratio under its goal is told, not punished.</returns>
    public static async Task<int> Run(Options options, IReadOnlyList<IMeasurement> measurements, ILogger log, CancellationToken ct)
    {
        if (options.Names.FirstOrDefault(name => measurements.All(one => one.Name != name)) is { } unknown)
            throw new BenchException($"There is no measurement {unknown}; there are {string.Join(", ", measurements.Select(one => one.Name))}.");
        await using var bench = new Bench(options, log);
        var (figures, leftOut, broke) = (new List<Figure>(), new SortedDictionary<string, string>(), false);
        foreach (var one in measurements.Where(one => options.Names.Count == 0 || options.Names.Contains(one.Name)))
        {
            log.LogInformation("Measuring {Name}.", one.Name);
            try { figures.AddRange(await one.Run(bench, ct)); }
            catch (MissingProgramException e) { leftOut[one.Name] = e.Message; }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "{Name} broke.", one.Name);
                (leftOut[one.Name], broke) = ($"it broke: {e.Message}", true);
            }
        }
        var results = new Results(TimeProvider.System.GetUtcNow(), options.Quick, Machine.Here(), figures, leftOut);
        Table.Print(results, Console.Out);
        Json.Write(results, Path.Combine(bench.DataFolder, "bench", "latest.json"));
        if (options.Svg is { } file) await File.WriteAllTextAsync(file, Svg.Draw(results), ct);
        return broke ? 1 : 0;
    }
}
