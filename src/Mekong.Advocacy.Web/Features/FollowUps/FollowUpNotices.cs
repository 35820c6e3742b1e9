using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>One reminder, escalation or digest to one reader, and what came of it.</summary>
/// <param name="FollowUpId">Of a digest: its owner.</param>
/// <param name="DueOn">The day that it speaks of; of a digest its Monday.</param>
/// <param name="AttemptedAt">It was handed over at least once, and nobody knows yet whether it arrived.</param>
/// <param name="Withheld">Why it was not sent after all.</param>
public sealed record FollowUpNotice(
    Guid Id, Guid FollowUpId, string Kind, DateOnly DueOn, ReaderKind ReaderKind, Guid ReaderId, DateTimeOffset EnteredAt, DateTimeOffset? AttemptedAt, string? Channel,
    DateTimeOffset? SentAt, string? Withheld);

/// <summary>The ledger of whatever follow-ups make leave. Entering twice leaves one row, so that nobody hears of anything twice.</summary>
public sealed class FollowUpNotices(ITables tables)
{
    private const string Columns = "id, follow_up_id, kind, due_on, reader_kind, reader_id, entered_at, attempted_at, channel, sent_at, withheld";

    private sealed record Waiting(Guid Id);

    /// <summary>Once for this day and kind; where nobody can be written to, that is written down.</summary>
    public async Task Enter(Guid followUpId, string kind, DateOnly dueOn, Guid owner, IReadOnlyList<Reader> readers, DateTimeOffset now, CancellationToken ct)
    {
        var (kinds, ids) = readers.Count == 0
            ? ([nameof(ReaderKind.Officer)], [owner])
            : (readers.Select(reader => reader.Kind.ToString()).ToArray(), readers.Select(reader => reader.Id).ToArray());
        await tables.Execute("""
            insert into advocacy.follow_up_notices (id, follow_up_id, kind, due_on, reader_kind, reader_id, entered_at, withheld)
            select gen_random_uuid(), @followUpId, @kind, @dueOn, r.kind, r.id, @now, @withheld from unnest(@kinds, @ids) as r (kind, id)
            where not exists (select from advocacy.follow_up_notices n where n.follow_up_id = @followUpId and n.kind = @kind and n.due_on = @dueOn)
            on conflict do nothing
            """, new { followUpId, kind, dueOn, now, withheld = readers.Count == 0 ? "nobody" : null, kinds, ids }, ct);
    }

    public async Task<IReadOnlyList<Guid>> Open(Guid followUpId, CancellationToken ct) => [.. (await tables.Query<Waiting>(
        "select id from advocacy.follow_up_notices where follow_up_id = @followUpId and sent_at is null and withheld is null order by entered_at, id", new { followUpId }, ct)).Select(row => row.Id)];

    public Task<IReadOnlyList<FollowUpNotice>> Of(Guid followUpId, CancellationToken ct) => tables.Query<FollowUpNotice>(
        $"select {Columns} from advocacy.follow_up_notices where follow_up_id = @followUpId order by entered_at desc, id limit 100", new { followUpId }, ct);

    /// <summary>
    /// Takes the notice into one's hands for as long as a hand-over may take, by the database's own clock: whoever is believed dead and is
    /// not holds it still. Null when it is settled.
    /// </summary>
    /// <exception cref="NoticeIsHeldException">Somebody has it: try again later.</exception>
    public async Task<FollowUpNotice?> Take(Guid id, CancellationToken ct)
    {
        var taken = await tables.Query<FollowUpNotice>($"""
            update advocacy.follow_up_notices set held_until = clock_timestamp() + interval '20 seconds'
            where id = @id and sent_at is null and withheld is null and (held_until is null or held_until < clock_timestamp()) returning {Columns}
            """, new { id }, ct);
        if (taken is [var notice]) return notice;
        var open = await tables.Query<Waiting>("select id from advocacy.follow_up_notices where id = @id and sent_at is null and withheld is null", new { id }, ct);
        return open.Count == 0 ? null : throw new NoticeIsHeldException(id);
    }

    public Task Attempted(Guid id, string channel, DateTimeOffset at, CancellationToken ct) => tables.Execute(
        "update advocacy.follow_up_notices set attempted_at = @at, channel = @channel where id = @id", new { id, channel, at }, ct);

    public Task Sent(Guid id, DateTimeOffset at, CancellationToken ct) => tables.Execute(
        "update advocacy.follow_up_notices set sent_at = coalesce(sent_at, @at), held_until = null where id = @id", new { id, at }, ct);

    public Task Withhold(Guid id, string why, CancellationToken ct) => tables.Execute(
        "update advocacy.follow_up_notices set withheld = @why, held_until = null where id = @id and sent_at is null", new { id, why }, ct);

    /// <summary>Not now; nobody has it any more.</summary>
    public Task GiveBack(Guid id, CancellationToken ct) => tables.Execute("update advocacy.follow_up_notices set held_until = null where id = @id", new { id }, ct);

    /// <summary>As if it had never been due: it is entered anew when it is. What may have left stays.</summary>
    public Task TakeOut(Guid id, CancellationToken ct) => tables.Execute(
        "delete from advocacy.follow_up_notices where id = @id and sent_at is null and attempted_at is null", new { id }, ct);
}

/// <summary>Another worker has the notice in its hands; the job is tried again.</summary>
public sealed class NoticeIsHeldException(Guid id) : Exception($"The notice {id} is in other hands.");
