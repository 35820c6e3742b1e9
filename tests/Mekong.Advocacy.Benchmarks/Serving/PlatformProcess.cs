using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Mekong.Advocacy.Benchmarks.Measuring;

namespace Mekong.Advocacy.Benchmarks.Serving;

/// <summary>The built platform as a process of its own, set up as in production.</summary>
internal sealed class PlatformProcess(Child child, Uri? url) : IAsyncDisposable
{
    public int Id => child.Id;

    /// <summary>Where it listens; workers answer only whether they are ready.</summary>
    public Uri Url => url!;

    public double Cpu => Proc.Cpu(Id);
    public double PeakMb => Proc.PeakMb(Id);
    public double Mb => Proc.Mb(Id);

    /// <param name="role">all, web or worker.</param>
    public static async Task<PlatformProcess> Serve(string program, string log, IReadOnlyDictionary<string, string> settings, CancellationToken ct, string role = "all")
    {
        var port = FreePort();
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var child = Launch(program, log, new Dictionary<string, string>(settings) { ["ASPNETCORE_URLS"] = url.AbsoluteUri }, ["serve", "--role", role]);
        using var http = new HttpClient { BaseAddress = url };
        await Until.Sees("the platform is ready", TimeSpan.FromSeconds(60), async () =>
        {
            if (child.HasEnded) throw new BenchException($"The platform did not start: {await File.ReadAllTextAsync(log, ct)}");
            try { return (await http.GetAsync(new Uri("/readyz", UriKind.Relative), ct)).IsSuccessStatusCode; }
            catch (HttpRequestException) { return false; }
        }, ready => ready, ct);
        return new(child, url);
    }

    /// <summary>One verb of the command line to its end.</summary>
    public static async Task<string> Run(string program, string log, IReadOnlyDictionary<string, string> settings, CancellationToken ct, params string[] verb)
    {
        await using var child = Launch(program, log, settings, verb);
        return await child.End(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await child.Stop(TimeSpan.FromSeconds(45));
        await child.DisposeAsync();
    }

    /// <summary>Ends it at once, where nobody waits for what it was doing.</summary>
    public ValueTask Kill() => child.DisposeAsync();

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static Child Launch(string program, string log, IReadOnlyDictionary<string, string> settings, IEnumerable<string> verb)
    {
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        return Child.Start(log, host, [program, .. verb], settings);
    }
}
