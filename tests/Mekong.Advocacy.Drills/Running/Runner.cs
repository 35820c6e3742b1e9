using System.Diagnostics;
using System.Globalization;
using Mekong.Advocacy.Drills.Ground;

namespace Mekong.Advocacy.Drills.Running;

/// <summary>Runs drills, each on ground of its own, one after the other; beside those that have nothing to do but wait.</summary>
/// <param name="size">Mails in a campaign; a tenth as many texts.</param>
/// <param name="table">Where the outcomes are written as Markdown; null: nowhere.</param>
internal sealed class Runner(int size, string? table)
{
    private readonly List<(IDrill Drill, Outcome Outcome, double Seconds)> done = [];

    public async Task<bool> Run(IReadOnlyList<IDrill> drills, CancellationToken ct)
    {
        var root = Directory.CreateTempSubdirectory("advocacy-drills-").FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(root, (UnixFileMode)0b111_101_101); // the database's account must reach its folder
        try
        {
            var seed = await Seed.Make(Path.Combine(root, "seed"), size, Math.Max(100, size / 10), ct);
            var beside = new List<Task>();
            foreach (var drill in drills) beside.Add(await Begun(drill, seed, root, ct));
            await Task.WhenAll(beside);
        }
        finally { Directory.Delete(root, recursive: true); }
        if (table is not null) await File.WriteAllLinesAsync(table, Table(), CancellationToken.None);
        return done.All(one => one.Outcome.Held);
    }

    /// <summary>The next one begins once this one is over or says that it waits.</summary>
    private async Task<Task> Begun(IDrill drill, Seed seed, string root, CancellationToken ct)
    {
        var rushed = new TaskCompletionSource();
        var playing = Play(drill, seed, root, () => rushed.TrySetResult(), ct);
        await Task.WhenAny(rushed.Task, playing);
        return playing;
    }

    private async Task Play(IDrill drill, Seed seed, string root, Action waits, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var outcome = new Outcome(drill.Name);
        var folder = Path.Combine(root, drill.Name);
        try
        {
            await using var scene = await Scene.Set(seed, folder, waits, ct);
            await drill.Run(scene, outcome, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested) { outcome.Broke(e); }
        if (outcome.Held || ct.IsCancellationRequested) Directory.Delete(folder, recursive: true);
        else Keep(folder, drill.Name);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        lock (done) done.Add((drill, outcome, seconds));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{drill.Name} {(outcome.Held ? "held" : "NOT HELD")} ({drill.Words}; {seconds:0} s): {outcome.Figures}"));
    }

    /// <summary>The logs of a drill that did not hold stay to be read.</summary>
    private static void Keep(string folder, string name)
    {
        var kept = Directory.CreateTempSubdirectory($"advocacy-drill-{name}-").FullName;
        foreach (var log in Directory.GetFiles(folder, "*.log")) File.Copy(log, Path.Combine(kept, Path.GetFileName(log)));
        Directory.Delete(folder, recursive: true);
        Console.Error.WriteLine($"  {name}: logs in {kept}");
    }

    private IEnumerable<string> Table() =>
        done.OrderBy(one => int.Parse(one.Drill.Name.AsSpan(1), CultureInfo.InvariantCulture))
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"| {one.Drill.Name} | {one.Drill.Words} | {(one.Outcome.Held ? "held" : "**not held**")} | {one.Outcome.Figures} | {one.Seconds:0} s |"))
            .Prepend("|---|---|---|---|---|").Prepend("| drill | what happens | | figures | time |");
}
