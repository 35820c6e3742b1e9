using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>The built executable as a process of its own, which a test may kill.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();

    private ServerProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
    }

    /// <summary>"serve" in every role; answers once it is ready.</summary>
    public static async Task<ServerProcess> Serve(Network network, int port)
    {
        var server = new ServerProcess(Launch(network, port, "serve"));
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await Until.Sees(async () =>
        {
            try { return (await http.Ask(HttpMethod.Get, "/readyz")).IsSuccessStatusCode; }
            catch (HttpRequestException) { return false; }
        }, ready => ready, "the server is ready");
        return server;
    }

    /// <summary>One verb to its end.</summary>
    public static async Task<(int Code, string Output)> Run(Network network, params string[] verb)
    {
        using var process = Launch(network, 0, verb);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    public Task Says(string word) => Until.True(() => said.Any(line => line.Contains(word, StringComparison.Ordinal)), $"the server says {word}");

    /// <summary>SIGSTOP: no instruction of it runs until it is thawed.</summary>
    public Task Freeze() => Signal("STOP");

    public Task Thaw() => Signal("CONT");

    public bool Lives => !process.HasExited;

    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <returns>The exit code, and how long it took.</returns>
    public async Task<(int Code, TimeSpan Took)> Stop()
    {
        var began = Stopwatch.GetTimestamp();
        await Signal("TERM");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, Stopwatch.GetElapsedTime(began));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await Kill();
        process.Dispose();
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {process.Id}")]);
        await kill.WaitForExitAsync();
    }

    private static Process Launch(Network network, int port, params string[] verb)
    {
        var start = new ProcessStartInfo(Path.Combine(Path.GetDirectoryName(typeof(Platform).Assembly.Location)!, "Mekong.Advocacy.Web"), verb)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}" },
        };
        foreach (var (name, value) in network.Settings) start.Environment[$"Advocacy__{name.Replace(":", "__", StringComparison.Ordinal)}"] = value;
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        return process;
    }
}
