namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>The machine on which figures were measured: without it they say nothing.</summary>
internal sealed record Machine(int Cores, string Cpu, long MemoryMb, string System, string DotNet)
{
    public static Machine Here() => new(
        Environment.ProcessorCount,
        Line("/proc/cpuinfo", "model name") ?? "unknown",
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024),
        global::System.Runtime.InteropServices.RuntimeInformation.OSDescription,
        Environment.Version.ToString());

    private static string? Line(string file, string name) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        : null;
}
