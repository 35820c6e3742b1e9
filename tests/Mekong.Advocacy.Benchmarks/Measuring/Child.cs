using System.Diagnostics;

namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>A program of which we started one process; what it says goes to a file.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process process;
    private int disposed;

    private Child(Process process, string log) => (this.process, Log) = (process, log);

    public int Id => process.Id;

    /// <summary>The file with all it said.</summary>
    public string Log { get; }

    public bool HasEnded => process.HasExited;

    /// <summary>Where a program is, also in the folders of administrators, which few have on their PATH.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/usr/bin", "/usr/local/bin"])
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    public static Child Start(string log, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(log)!);
        // The shell becomes the program: the output needs nobody who reads it meanwhile.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" </dev/null >\"$log\" 2>&1", "sh", log, program, .. arguments]);
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return new(Process.Start(start)!, log);
    }

    /// <returns>What it said.</returns>
    /// <exception cref="BenchException">It ended badly.</exception>
    public async Task<string> End(CancellationToken ct)
    {
        await process.WaitForExitAsync(ct);
        var said = await File.ReadAllTextAsync(Log, ct);
        return process.ExitCode == 0 ? said : throw new BenchException($"{Path.GetFileName(Log)} ended with {process.ExitCode}: {said[Math.Max(0, said.Length - 500)..]}");
    }

    /// <summary>Asks it to end, and ends it when it does not.</summary>
    public async Task Stop(TimeSpan patience)
    {
        if (disposed != 0 || process.HasExited) return;
        using (var signal = Process.Start("/bin/kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await signal.WaitForExitAsync();
        using var waiting = new CancellationTokenSource(patience);
        try { await process.WaitForExitAsync(waiting.Token); }
        catch (OperationCanceledException) { process.Kill(); }
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0) return;
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
