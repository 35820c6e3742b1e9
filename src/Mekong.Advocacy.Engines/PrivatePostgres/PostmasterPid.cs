using System.Diagnostics;
using System.Globalization;

namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>The server's own note of its process and port (postmaster.pid), which a killed server leaves behind.</summary>
internal sealed record PostmasterPid(int Pid, int Port)
{
    /// <summary>The server that runs in this folder, or none.</summary>
    public static PostmasterPid? Running(ClusterPaths paths) =>
        Read(paths) is { } noted && IsPostgres(noted.Pid) ? noted : null;

    /// <summary>
    /// After a restart of the machine the noted number may belong to some other program, and the server would refuse to start.
    /// Only the number is made void: the server still checks that nobody holds the shared memory noted beside it.
    /// </summary>
    public static void VoidIfStale(ClusterPaths paths)
    {
        if (Read(paths) is not { } noted || IsPostgres(noted.Pid)) return;
        var lines = File.ReadAllLines(paths.PidFile);
        lines[0] = int.MaxValue.ToString(CultureInfo.InvariantCulture);
        File.WriteAllLines(paths.PidFile, lines);
    }

    private static PostmasterPid? Read(ClusterPaths paths)
    {
        try
        {
            // Line 1 is the process, line 4 the port (PostgreSQL's src/include/utils/pidfile.h).
            return File.ReadAllLines(paths.PidFile) is [var pid, _, _, var port, ..]
                ? new PostmasterPid(int.Parse(pid, CultureInfo.InvariantCulture), int.Parse(port, CultureInfo.InvariantCulture))
                : null;
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            return null;
        }
    }

    private static bool IsPostgres(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName is "postgres" or "postmaster" && !IsZombie(pid);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    // A killed server whose parent never asked after it still has a number, but serves nobody.
    private static bool IsZombie(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
