using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>Appends to different streams that are written as one: those that begin streams by two statements together, the others each by its own.</summary>
internal sealed class PendingGroup
{
    private readonly PendingAppend[] starts, others;

    public PendingGroup(IReadOnlyList<PendingAppend> members)
    {
        members = [.. members.OrderBy(member => member.FirstStream, StringComparer.Ordinal)]; // in every group the same order, so that no two wait for each other
        starts = members.Count == 1 ? [] : [.. members.Where(member => member.Starts)];
        others = [.. members.Except(starts)];
        Drafts = [.. starts.Concat(others).SelectMany(member => member.Drafts)];
    }

    /// <summary>As they will be recorded, but for the position: 0.</summary>
    public IReadOnlyList<Recorded> Drafts { get; }

    /// <summary>It is one stream's.</summary>
    public bool Single => starts is [] && others is [{ Streams.Count: 1 }];

    /// <summary>Several people's.</summary>
    public bool Shared => starts.Length + others.Length > 1;

    public string FirstStream => Drafts[0].Stream;

    public IEnumerable<NpgsqlBatchCommand> Commands(EventCatalog catalog) =>
        (starts is [] ? [] : StartStatement.For(starts, catalog)).Concat(others.SelectMany(member => member.Commands(catalog)));

    /// <summary>Reads the results of these commands.</summary>
    /// <exception cref="StreamHasMovedException">A stream was not at its expected version.</exception>
    public async Task<IReadOnlyList<Recorded>> Numbered(NpgsqlDataReader rows, CancellationToken ct)
    {
        var recorded = new List<Recorded>(Drafts.Count);
        if (starts is not [])
        {
            while (await rows.ReadAsync(ct)) recorded.Add(Drafts[recorded.Count] with { Position = rows.GetInt64(0) });
            await rows.NextResultAsync(ct);
        }
        foreach (var member in others) recorded.AddRange(await member.Numbered(rows, ct));
        return recorded;
    }
}
