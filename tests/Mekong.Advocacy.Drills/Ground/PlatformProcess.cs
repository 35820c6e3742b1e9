using System.Diagnostics;
using System.Globalization;
using Mekong.Advocacy.Drills.Running;
using Mekong.Advocacy.Engines.PrivatePostgres;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Drills.Ground;

/// <summary>The built executable in one role, as an operator starts it; its output goes to a file.</summary>
internal sealed class PlatformProcess : IAsyncDisposable
{
    private readonly Process process;

    private PlatformProcess(Process process, Uri url) => (this.process, Url) = (process, url);

    public Uri Url { get; }

    public bool Lives => !process.HasExited;

    public double Megabytes => double.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;

    public static PlatformProcess Begin(string role, IReadOnlyDictionary<string, string> settings, string log)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort.Any()}");
        var program = Path.Combine(Path.GetDirectoryName(typeof(Platform).Assembly.Location)!, "Mekong.Advocacy.Web");
        var start = new ProcessStartInfo("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1", "sh", log, program, "serve", "--role", role])
        {
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["ASPNETCORE_URLS"] = url.AbsoluteUri },
        };
        foreach (var (name, value) in settings) start.Environment[$"Advocacy__{name.Replace(":", "__", StringComparison.Ordinal)}"] = value;
        return new(Process.Start(start)!, url);
    }

    public async Task Ready(CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = Url };
        await Until.Sees(async () =>
        {
            try { return (await http.GetAsync(new Uri("/readyz", UriKind.Relative), ct)).IsSuccessStatusCode; }
            catch (HttpRequestException) { return process.HasExited ? throw new InvalidOperationException("the process ended at its start") : false; }
        }, ready => ready, "the process is ready", 60, ct, betweenMs: 50);
    }

    public async Task Kill(CancellationToken ct)
    {
        process.Kill();
        await process.WaitForExitAsync(ct);
    }

    public Task Freeze(CancellationToken ct) => Signal("STOP", ct);

    public Task Thaw(CancellationToken ct) => Signal("CONT", ct);

    /// <returns>The exit code and how long it took.</returns>
    public async Task<(int Code, double Seconds)> Terminate(CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        await Signal("TERM", ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    public async ValueTask DisposeAsync()
    {
        if (Lives)
        {
            await Signal("CONT", CancellationToken.None);
            await Kill(CancellationToken.None);
        }
        process.Dispose();
    }

    private async Task Signal(string name, CancellationToken ct)
    {
        using var kill = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {process.Id}")]);
        await kill.WaitForExitAsync(ct);
    }
}
