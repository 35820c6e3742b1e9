using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Mekong.Advocacy.Web.Tests.Engines.Sms;

/// <summary>Prism on this machine, serving Twilio's description of its API and answering 422 to what does not fit it.</summary>
internal sealed class PrismServer : IAsyncDisposable
{
    private static readonly string Source = Path.Combine(Root(), "tests", "Mekong.Advocacy.Web.Tests", "Engines", "Sms", "node");
    private readonly Process process;

    private PrismServer(Process process, Uri url) => (this.process, Url) = (process, url);

    public Uri Url { get; }

    /// <summary>Skips the running test where npm or Prism cannot be had.</summary>
    public static async Task<PrismServer> Start(CancellationToken ct)
    {
        var program = Path.Combine(await Installed(ct), "node_modules", "@stoplight", "prism-cli", "dist", "index.js");
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var process = Run("node", Source, program, "mock", "-h", "127.0.0.1", "-p", $"{url.Port}", "--errors", "twilio-messages.json");
        var server = new PrismServer(process, url);
        if (await server.Listens(ct)) return server;
        await server.DisposeAsync();
        throw new InvalidOperationException("Prism did not begin to listen.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>The directory of this lock file's packages; filled beside and then renamed, so that a half install is never used.</summary>
    private static async Task<string> Installed(CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Source, "package-lock.json"), ct)));
        var home = Path.Combine(Path.GetTempPath(), $"mekong-prism-{hash[..16]}");
        if (Directory.Exists(home)) return home;

        var work = Directory.CreateTempSubdirectory("mekong-prism-").FullName;
        foreach (var file in new[] { "package.json", "package-lock.json" }) File.Copy(Path.Combine(Source, file), Path.Combine(work, file));
        if (!await NpmCi(work, ct)) Assert.Skip("npm could not install @stoplight/prism-cli 5.16.0 here.");
        try { Directory.Move(work, home); }
        catch (IOException) when (Directory.Exists(home)) { Directory.Delete(work, recursive: true); }
        return home;
    }

    private static async Task<bool> NpmCi(string directory, CancellationToken ct)
    {
        try
        {
            using var npm = Run(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", directory, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            await npm.WaitForExitAsync(ct);
            return npm.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("npm is not installed here.");
            return false;
        }
    }

    private static Process Run(string program, string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine(); // read and dropped: a full pipe would stop it
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<bool> Listens(CancellationToken ct)
    {
        using var http = new HttpClient();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(60) && !process.HasExited; await Task.Delay(100, ct))
        {
            try
            {
                using var answer = await http.GetAsync(Url, ct);
                return true;
            }
            catch (HttpRequestException)
            {
                // not yet
            }
        }
        return false;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Mekong.Advocacy.sln"))) directory = directory.Parent;
        return directory?.FullName ?? throw new DirectoryNotFoundException("The tests do not run within the repository.");
    }
}
