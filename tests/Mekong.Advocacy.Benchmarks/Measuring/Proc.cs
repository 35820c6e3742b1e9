using System.Globalization;

namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>What the kernel knows of a process (proc(5)); 0 where there is no /proc.</summary>
internal static class Proc
{
    private const double TicksPerSecond = 100; // USER_HZ, the same on every Linux of today

    /// <summary>Seconds of processor it has used, alone.</summary>
    public static double Cpu(int id) => Stat(id) is { } stat ? (Number(stat[11]) + Number(stat[12])) / TicksPerSecond : 0;

    /// <summary>Seconds of processor it, its ended children and its living ones have used.</summary>
    public static double CpuOfAll(int id) => Stat(id) is { } stat
        ? Enumerable.Range(11, 4).Sum(at => Number(stat[at])) / TicksPerSecond + Children(id).Sum(Cpu)
        : 0;

    /// <summary>The most memory it has held, in MB.</summary>
    public static double PeakMb(int id) => Status(id, "VmHWM:");

    /// <summary>The memory it holds now, in MB.</summary>
    public static double Mb(int id) => Status(id, "VmRSS:");

    /// <summary>Bytes it has read from files and sockets.</summary>
    public static double BytesRead(int id) => Line($"/proc/{id}/io", "rchar:") is { } line ? Number(line.Split(' ')[1]) : 0;

    public static int Parent(int id) => Stat(id) is { } stat ? (int)Number(stat[1]) : 0;

    private static IEnumerable<int> Children(int id) => Directory.Exists("/proc")
        ? Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var one) ? one : 0)
            .Where(one => one > 0 && Parent(one) == id)
        : [];

    /// <summary>The fields after the name, which may hold anything.</summary>
    private static string[]? Stat(int id) => Read($"/proc/{id}/stat") is { } text ? text[(text.LastIndexOf(')') + 2)..].Split(' ') : null;

    private static double Status(int id, string name) =>
        Line($"/proc/{id}/status", name) is { } line ? Number(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1]) / 1024 : 0;

    private static string? Line(string file, string name) => Read(file)?.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string? Read(string file)
    {
        try { return File.ReadAllText(file); }
        catch (IOException) { return null; } // it has ended, or this is no Linux
        catch (UnauthorizedAccessException) { return null; }
    }
}
