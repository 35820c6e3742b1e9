using System.Text;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>Starts and stops the server process. pg_ctl gives it a session of its own, so a terminal's Ctrl-C does not reach it.</summary>
internal sealed class ClusterServer(ClusterPaths paths, PostgresBinaries binaries, ServerAccount account, ILogger log)
{
    private const long LargeLog = 10_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Passing = ["shared memory block", "Address already in use", "could not create any TCP/IP sockets"];

    /// <summary>Starts the server on the wanted port or another free one, and answers which.</summary>
    public async Task<int> Start(int wantedPort, CancellationToken ct)
    {
        var since = TimeProvider.System.GetTimestamp();
        if (new FileInfo(paths.Log) is { Exists: true, Length: > LargeLog }) File.Move(paths.Log, paths.Log + ".old", overwrite: true);
        while (true)
        {
            PostmasterPid.VoidIfStale(paths);
            var port = FreePort.Preferring(wantedPort);
            var logged = File.Exists(paths.Log) ? new FileInfo(paths.Log).Length : 0;
            var started = await PgCtl(["start", "--wait", "--timeout=600", $"--log={paths.Log}", $"--options={ClusterSettings.CommandLine(port)}"], ct);
            if (started.Succeeded) return port;
            var reason = Reason(logged) ?? started.Output;
            var passes = Passing.Any(words => reason.Contains(words, StringComparison.Ordinal));
            if (!passes || TimeProvider.System.GetElapsedTime(since) > Patience)
                throw new PrivatePostgresException($"The database in {paths.Folder} did not start: {reason} (its log is {paths.Log})");
            await Task.Delay(TimeSpan.FromMilliseconds(200), ct);
        }
    }

    /// <summary>Gives up one's own use, and stops the server if that was the last. Starting must be locked meanwhile.</summary>
    public async Task StopUnlessUsed(IDisposable use)
    {
        use.Dispose();
        using var alone = ClusterLocks.TryAlone(paths);
        if (alone is not null) await Stop();
    }

    private async Task Stop()
    {
        if (PostmasterPid.Running(paths) is null) return;
        var stopped = await PgCtl(["stop", "--mode=fast", "--wait", "--timeout=60"], CancellationToken.None);
        if (stopped.Succeeded || PostmasterPid.Running(paths) is null) return;
        log.LogWarning("The database did not stop within a minute and is stopped at once: {Output}", stopped.Output);
        await PgCtl(["stop", "--mode=immediate", "--wait", "--timeout=30"], CancellationToken.None);
    }

    private Task<Command> PgCtl(string[] arguments, CancellationToken ct) =>
        Command.Run([.. account.Prefix, binaries.PgCtl, $"--pgdata={paths.Folder}", "--silent", .. arguments], ct);

    // The server says why in the last lines of its log; each begins with a time and a process that tell nothing here.
    private string? Reason(long from)
    {
        if (!File.Exists(paths.Log)) return null;
        using var file = new FileStream(paths.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(from, SeekOrigin.Begin);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(4).ToArray();
        return lines.Length == 0 ? null : string.Join(' ', lines.Select(line => line[(line.IndexOf("] ", StringComparison.Ordinal) + 1)..].Trim()));
    }
}
