using System.Globalization;

namespace Mekong.Advocacy.Benchmarks.Measuring;

/// <summary>
/// The share of this machine's time that its host gave to others ("steal" of proc(5)), since it was begun. Figures taken meanwhile say
/// little: ours needs both cores all the time and loses more by it than a reference that leaves them idle.
/// </summary>
internal sealed class Stolen
{
    private const int Steal = 7, Known = 8;

    private readonly (long Steal, long All) begin = Now();

    /// <summary>Between 0 and 1; 0 where the machine does not tell.</summary>
    public double Share => Now() is var now && now.All > begin.All ? (now.Steal - begin.Steal) / (double)(now.All - begin.All) : 0;

    private static (long Steal, long All) Now()
    {
        if (!File.Exists("/proc/stat")) return (0, 0);
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(Known)
            .Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToList();
        return ticks.Count < Known ? (0, 0) : (ticks[Steal], ticks.Sum());
    }
}
