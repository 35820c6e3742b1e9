using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>Asks every reaction what follows from events that are about to be recorded, and enlists those jobs in the append's transaction.</summary>
internal sealed class Reactions(IEnumerable<IReaction> reactions, IEnlistedJobs jobs)
{
    private readonly IReaction[] reactions = [.. reactions];

    public IReadOnlyList<Job> To(IReadOnlyList<Recorded> drafts) =>
        [.. drafts.SelectMany(happened => reactions.SelectMany(reaction => reaction.React(happened)))];

    public Task Schedule(IReadOnlyList<Job> due, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct) =>
        jobs.Schedule(due, connection, transaction, ct);
}
