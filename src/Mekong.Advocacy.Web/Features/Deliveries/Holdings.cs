using System.Collections.Concurrent;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>The rows that one worker has in hand, from the claim until its last note on them is on disk.</summary>
public sealed class Holdings
{
    private readonly ConcurrentDictionary<long, byte> rows = new();

    public long[] Ids => [.. rows.Keys];

    public void Add(long id) => rows[id] = 0;

    public void Remove(long id) => rows.TryRemove(id, out _);
}
