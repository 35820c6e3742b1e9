namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>
/// Locks between processes that share one data folder. FileShare.Read takes flock's shared lock and FileShare.None its
/// exclusive one; the kernel lets go of both when a process dies.
/// </summary>
internal static class ClusterLocks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Held by whoever uses the server. Only taken while starting or stopping is locked, so it never waits.</summary>
    public static IDisposable? TryUse(ClusterPaths paths) => TryOpen(paths.InUseLock, FileShare.Read);

    /// <summary>Succeeds only when nobody uses the server.</summary>
    public static IDisposable? TryAlone(ClusterPaths paths) => TryOpen(paths.InUseLock, FileShare.None);

    /// <summary>One process at a time starts or stops the server.</summary>
    public static async Task<IDisposable> Starting(ClusterPaths paths, CancellationToken ct)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (TryOpen(paths.StartLock, FileShare.None) is { } held) return held;
            if (TimeProvider.System.GetElapsedTime(since) > Patience)
                throw new PrivatePostgresException(
                    $"Another process has been starting or stopping the database for more than a minute (it holds {paths.StartLock}): stop that process and start again.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
        }
    }

    private static FileStream? TryOpen(string path, FileShare share)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, share);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
