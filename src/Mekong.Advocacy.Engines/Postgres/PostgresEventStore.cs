using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Sharing;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>The log in PostgreSQL. Views and jobs that follow from an event commit with it.</summary>
internal sealed class PostgresEventStore : IEventStore
{
    private const int MostToShare = 16;

    // Those who share a transaction do not wait for somebody's lock together.
    private const string ShortWaits = "set local lock_timeout = '1s'";

    private readonly NpgsqlDataSource database;
    private readonly EventCatalog catalog;
    private readonly ILog log;
    private readonly InlineViews views;
    private readonly Reactions reactions;
    private readonly TimeProvider clock;
    private readonly LogGrowth growth;
    private readonly Together<PendingAppend, bool> commits;
    private readonly StreamReads reads;

    public PostgresEventStore(NpgsqlDataSource database, EventCatalog catalog, ILog log, InlineViews views, Reactions reactions, LogGrowth growth, TimeProvider clock)
    {
        (this.database, this.catalog, this.log, this.views, this.reactions, this.growth, this.clock) = (database, catalog, log, views, reactions, growth, clock);
        commits = new(WriteTogether) { Apart = append => append.FirstStream };
        reads = new(database, catalog);
    }

    public Task<IReadOnlyList<Recorded>> Read(string stream, CancellationToken ct) => reads.Of(stream, ct);

    public async Task Append(IReadOnlyList<StreamAppend> appends, EventMetadata metadata, CancellationToken ct)
    {
        var pending = new PendingAppend(appends, metadata, clock.GetUtcNow());
        if (pending.Drafts.Count == 0) return;
        var jobs = reactions.To(pending.Drafts);
        var alone = jobs.Count > 0 || pending.Streams.Count > 1 || pending.Drafts.Count > MostToShare;
        await (alone ? Write(new([pending]), jobs, ct) : commits.Ask(pending, ct));
    }

    public IAsyncEnumerable<Recorded> ReadAll(long afterPosition, CancellationToken ct) => log.Read(afterPosition, ct);

    /// <summary>Whoever is in line with a decision on one of these streams as it was before has been overtaken, and need not ask the database.</summary>
    private async Task<IReadOnlyList<bool>> WriteTogether(IReadOnlyList<PendingAppend> appends, CancellationToken ct)
    {
        await Write(new(appends), [], ct);
        var versions = appends.ToDictionary(append => append.FirstStream, append => append.Drafts[^1].Version);
        commits.Spare(late => versions.TryGetValue(late.FirstStream, out var version) && late.Streams[0].ExpectedVersion < version ? new StreamHasMovedException(late.FirstStream) : null);
        return [.. appends.Select(_ => true)];
    }

    private async Task Write(PendingGroup group, IReadOnlyList<Job> jobs, CancellationToken ct)
    {
        IReadOnlyList<Recorded> recorded;
        var fold = views.For(group.Drafts);
        await using var connection = await database.Open(ct);
        try
        {
            // One stream from which nothing follows is one statement, and that is a transaction of its own.
            if (group.Single && fold.None && jobs.Count == 0) recorded = await Insert(connection, group, fold, ct);
            else recorded = await InsertAndFollow(connection, group, fold, jobs, ct);
        }
        catch (PostgresException e) when (IsConflict(e))
        {
            throw new StreamHasMovedException(AppendStatement.StreamOf(e.BatchCommand) ?? group.FirstStream);
        }
        growth.Recorded(recorded[0].Position, recorded[^1].Position);
    }

    /// <summary>Two round trips: the append with the views' old rows, then their new rows with the commit. Jobs take more.</summary>
    private async Task<IReadOnlyList<Recorded>> InsertAndFollow(
        NpgsqlConnection connection, PendingGroup group, InlineFold fold, IReadOnlyList<Job> jobs, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var recorded = await Insert(connection, group, fold, ct);
        await using var follow = new NpgsqlBatch(connection);
        foreach (var store in fold.Stores(recorded)) follow.BatchCommands.Add(store);
        if (jobs.Count == 0) follow.BatchCommands.Add(new("commit"));
        if (follow.BatchCommands.Count > 0) await follow.ExecuteNonQueryAsync(ct);
        if (jobs.Count == 0) return recorded;
        await reactions.Schedule(jobs, connection, transaction, ct);
        await transaction.CommitAsync(ct);
        return recorded;
    }

    private async Task<IReadOnlyList<Recorded>> Insert(NpgsqlConnection connection, PendingGroup group, InlineFold fold, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (group.Shared) batch.BatchCommands.Add(new(ShortWaits));
        foreach (var command in group.Commands(catalog).Concat(fold.Loads())) batch.BatchCommands.Add(command);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        var recorded = await group.Numbered(rows, ct);
        await fold.Read(rows, ct);
        return recorded;
    }

    /// <summary>A row that is there twice is a conflict in the log's own tables only; in a view it is a fault that no second try mends.</summary>
    private static bool IsConflict(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
        || e is { SqlState: PostgresErrorCodes.UniqueViolation, SchemaName: "es" };
}
