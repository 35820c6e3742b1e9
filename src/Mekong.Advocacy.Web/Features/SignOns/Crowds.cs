using System.Collections.Concurrent;
using System.Net;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>
/// Notices when very many offers come from one place. Phones of a whole country can share an address, so nobody is turned away: the office looks at
/// them. What is counted is kept for an hour, in memory, and never with a name.
/// </summary>
public sealed class Crowds(TimeProvider clock)
{
    public const int Unusual = 30;

    private const int MostPlaces = 10_000;

    private readonly ConcurrentDictionary<(IPAddress Place, long Hour), int> counts = new();

    /// <summary>Counts one more; true from the first unusual one on.</summary>
    public bool IsUnusual(IPAddress? place)
    {
        if (place is null) return false;
        var hour = clock.GetUtcNow().ToUnixTimeSeconds() / 3600;
        if (counts.Count > MostPlaces) foreach (var old in counts.Keys.Where(key => key.Hour < hour)) counts.TryRemove(old, out _);
        return counts.AddOrUpdate((place, hour), 1, (_, count) => count + 1) > Unusual;
    }
}
