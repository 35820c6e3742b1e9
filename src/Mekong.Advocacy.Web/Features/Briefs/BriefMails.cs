using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Briefs;

/// <summary>One brief to one focal point.</summary>
public sealed record BriefMail(Guid RequestId, Guid ReaderId, BriefKind AboutKind, Guid AboutId, Guid AskedBy, DateTimeOffset AskedAt, DateTimeOffset? SentAt, DateTimeOffset? RefusedAt);

/// <summary>How many of one request have left.</summary>
public sealed record BriefMailCount(Guid RequestId, DateTimeOffset AskedAt, int Sent, int Asked);

/// <summary>Who was to get which brief, and who has it: one row for each, so that nobody gets it twice.</summary>
public sealed class BriefMails(ITables tables)
{
    /// <summary>Enters those who are not there yet and gives back whoever still waits.</summary>
    public async Task<IReadOnlyList<Guid>> Ask(RequestBriefMail asked, IReadOnlyCollection<Guid> readers, Guid by, DateTimeOffset at, CancellationToken ct)
    {
        await tables.Execute("""
            insert into advocacy.brief_mails (request_id, reader_id, about_kind, about_id, asked_by, asked_at)
            select @RequestId, reader, @kind, @Id, @by, @at from unnest(@readers) reader on conflict do nothing
            """, new { asked.RequestId, kind = asked.Kind.ToString(), asked.Id, by, at, readers = readers.ToArray() }, ct);
        return await tables.Query<Guid>("select reader_id from advocacy.brief_mails where request_id = @RequestId and sent_at is null and refused_at is null", new { asked.RequestId }, ct);
    }

    public async Task<BriefMail?> Find(Guid requestId, Guid readerId, CancellationToken ct) =>
        await tables.Query<BriefMail>("select * from advocacy.brief_mails where request_id = @requestId and reader_id = @readerId", new { requestId, readerId }, ct) is [var row] ? row : null;

    public Task Settle(Guid requestId, Guid readerId, bool sent, DateTimeOffset at, CancellationToken ct) => tables.Execute(
        $"update advocacy.brief_mails set {(sent ? "sent_at" : "refused_at")} = @at where request_id = @requestId and reader_id = @readerId", new { requestId, readerId, at }, ct);

    public Task<IReadOnlyList<BriefMailCount>> About(Guid id, CancellationToken ct) => tables.Query<BriefMailCount>("""
        select request_id, min(asked_at) as asked_at, count(sent_at)::int as sent, count(*)::int as asked from advocacy.brief_mails where about_id = @id
        group by request_id order by 2 desc limit 20
        """, new { id }, ct);
}
