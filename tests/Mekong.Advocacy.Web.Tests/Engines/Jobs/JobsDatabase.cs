using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs;

/// <summary>A PostgreSQL of the test run's own, on a port of 127.0.0.1; gone with its files afterwards.</summary>
public sealed class JobsDatabase : IAsyncLifetime
{
    private static readonly string Binaries = Directory.GetDirectories("/usr/lib/postgresql").Order().Last() + "/bin/";
    private readonly string folder = Path.Combine(Path.GetTempPath(), "mekong-jobs-" + Guid.NewGuid().ToString("N")[..8]);
    private readonly int port = FreePort();

    public string ConnectionString => $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Pooling=true;Include Error Detail=true";

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess) await Run("/bin/chown", "postgres", folder);
        await AsPostgres("initdb", "-D", folder + "/data", "-U", "postgres", "-A", "trust", "--locale=C.UTF-8", "--no-sync");
        await AsPostgres("pg_ctl", "-D", folder + "/data", "-w", "-s", "-l", folder + "/log",
            "-o", $"-c fsync=off -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -p {port}", "start");
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await AsPostgres("pg_ctl", "-D", folder + "/data", "-w", "-s", "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private static Task AsPostgres(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", Binaries + program, .. arguments])
        : Run(Binaries + program, arguments);

    private static async Task Run(string program, params string[] arguments)
    {
        // What it says goes to /dev/null: the test adapter reads our output, and a server would hold a pipe open for ever.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1 < /dev/null", program, .. arguments])
        {
            WorkingDirectory = "/",
        })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
