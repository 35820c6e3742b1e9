using System.Runtime.ExceptionServices;
using JasperFx.Events;
using Marten;
using Marten.Events.Archiving;
using Marten.Exceptions;
using Marten.Services;
using Mekong.Advocacy.Engines.Postgres;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;
using IEventStore = Mekong.Advocacy.Engines.Seams.IEventStore;

namespace Mekong.Advocacy.Engines.Marten;

/// <summary>The log by Marten, in a transaction of ours: views and jobs that follow from an event commit with it.</summary>
internal sealed class MartenEventStore(
    MartenDesk desk, EventCatalog catalog, ILog log, InlineViews views, Reactions reactions, TimeProvider clock) : IEventStore
{
    public async Task<IReadOnlyList<Recorded>> Read(string stream, CancellationToken ct)
    {
        await using var session = (await desk.Open(ct)).QuerySession();
        var past = await session.Events.QueryAllRawEvents().Where(e => e.StreamKey == stream && e.MaybeArchived()).OrderBy(e => e.Version).ToListAsync(ct);
        return [.. past.Select(MartenEvents.Recorded).OfType<Recorded>()];
    }

    public async Task Append(IReadOnlyList<StreamAppend> appends, EventMetadata metadata, CancellationToken ct)
    {
        var pending = new PendingAppend(appends, metadata, clock.GetUtcNow());
        if (pending.Drafts.Count == 0) return;
        var (fold, jobs) = (views.For(pending.Drafts), reactions.To(pending.Drafts));
        pending.MustBeStorable(catalog, metadata);
        var store = await desk.Open(ct);
        await using var connection = await desk.Database.Open(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var recorded = new List<Recorded>(pending.Drafts.Count);
        foreach (var append in pending.Streams)
            recorded.AddRange(await Save(store, transaction, append, [.. pending.Drafts.Skip(recorded.Count).Take(append.Events.Count)], ct));
        await fold.Run(connection, recorded, ct);
        if (jobs.Count > 0) await reactions.Schedule(jobs, connection, transaction, ct);
        await transaction.CommitAsync(ct);
    }

    public IAsyncEnumerable<Recorded> ReadAll(long afterPosition, CancellationToken ct) => log.Read(afterPosition, ct);

    private static async Task<IEnumerable<Recorded>> Save(
        DocumentStore store, NpgsqlTransaction transaction, StreamAppend append, IReadOnlyList<Recorded> drafts, CancellationToken ct)
    {
        await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        IEvent[] wrapped = [.. drafts.Select(draft => MartenEvents.Wrap(session, draft))];
        session.Events.Append(append.Stream, append.ExpectedVersion + wrapped.Length, wrapped.Cast<object>()); // the version after it
        try
        {
            await session.SaveChangesAsync(ct);
        }
        catch (Exception e) when (IsConflict(e) || e.InnerException is { } inner && IsConflict(inner))
        {
            throw new StreamHasMovedException(append.Stream);
        }
        catch (MartenCommandException e) when (e.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner); // Marten's own carries the statement and its values
        }
        return drafts.Zip(wrapped, (draft, stored) => draft with { Position = stored.Sequence });
    }

    private static bool IsConflict(Exception e) => e switch
    {
        EventStreamUnexpectedMaxEventIdException or ExistingStreamIdCollisionException or InvalidStreamOperationException => true,
        PostgresException p => p.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
            || p is { SqlState: PostgresErrorCodes.UniqueViolation, SchemaName: MartenMapping.Schema },
        _ => false,
    };
}
