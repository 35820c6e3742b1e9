using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>Asks every reaction what follows from the events and enlists those jobs in the append's transaction.</summary>
internal sealed class Reactions(IEnumerable<IReaction> reactions, IEnlistedJobs jobs)
{
    private readonly IReaction[] reactions = [.. reactions];

    public async Task Schedule(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<Recorded> recorded, CancellationToken ct)
    {
        var due = recorded.SelectMany(happened => reactions.SelectMany(reaction => reaction.React(happened))).ToList();
        if (due.Count > 0) await jobs.Schedule(due, connection, transaction, ct);
    }
}
