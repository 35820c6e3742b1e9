using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Tracker;

namespace Mekong.Advocacy.Web.Features.Briefs;

/// <summary>Puts briefs together, from what the public may know: they leave the office, and nothing confidential is in them.</summary>
public sealed class BriefReads(ITables tables, DialogueReads dialogues, TrackerReads tracker, OrganisationReads organisations, TimeProvider clock)
{
    private static readonly TimeSpan WithoutLastTime = TimeSpan.FromDays(365);

    /// <summary>Null: there is no such authority or forum.</summary>
    public async Task<Brief?> Of(BriefKind kind, Guid id, CancellationToken ct)
    {
        var authority = kind == BriefKind.Authority ? await dialogues.Authority(id, ct) : null;
        var forum = kind == BriefKind.Forum ? await dialogues.Forum(id, ct) : null;
        if (authority is null && forum is null) return null;
        var (all, now) = (await tracker.All(ct), clock.GetUtcNow());
        var asked = forum is null ? [] : (await tables.Query<Guid>("""
            select p.recommendation_id from advocacy.presentations p left join advocacy.dialogues d on d.id = p.dialogue_id where @id in (p.forum_id, d.forum_id)
            """, new { id }, ct)).ToHashSet();
        var made = forum is null ? [] : (await tables.Query<Guid>(
            "select c.id from advocacy.commitments c left join advocacy.dialogues d on d.id = c.dialogue_id where @id in (c.due_forum, d.forum_id)", new { id }, ct)).ToHashSet();
        List<PublicCommitment> promises = [.. all.Commitments
            .Where(one => authority is not null ? one.Authority.Id == id : made.Contains(one.Row.Id) || one.Row.RecommendationIds.Any(asked.Contains))
            .OrderBy(one => !Commitment.IsOwed(one.Status)).ThenBy(one => one.Row.DueOn ?? DateOnly.MaxValue).ThenBy(one => one.Row.Number)];
        var answered = promises.SelectMany(one => one.Row.RecommendationIds).ToHashSet();
        List<PublicRecommendation> open = [.. all.Recommendations.Where(one => one.Row.Stage != RecommendationStage.Closed
            && (authority is not null ? one.Authority.Id == id : asked.Contains(one.Row.Id) || answered.Contains(one.Row.Id)))];
        var since = await LastTime(kind, id, forum, now, ct) ?? now - WithoutLastTime;
        var byId = promises.ToDictionary(one => one.Row.Id);
        var changes = (await tracker.Changes(new(promises, []), ct)).Where(change => change.At > since).Select(change => (byId[change.CommitmentId], change)).ToList();
        return new(
            authority is not null ? [.. RowWordings.Join(authority.NameLanguages, authority.Names)] : [.. RowWordings.Join(forum!.NameLanguages, forum.Names)],
            forum?.City, forum?.BeginsOn, open, promises, changes, since, now);
    }

    /// <summary>Those of ours who are at a meeting that is ahead: with the authority, or at the forum.</summary>
    public async Task<IReadOnlyList<OrganisationRow>> Going(BriefKind kind, Guid id, CancellationToken ct)
    {
        var ids = await tables.Query<Guid>("""
            select distinct o from advocacy.dialogues d, unnest(d.organisation_ids || array_remove(array[d.host_id], null)) o
            where d.stage <> 'Cancelled' and d.ends_at >= @now and (case when @isForum then d.forum_id = @id else @id = any(d.authority_ids) end)
            """, new { id, isForum = kind == BriefKind.Forum, now = clock.GetUtcNow() }, ct);
        return await organisations.Some([.. ids], ct);
    }

    private sealed record Time(DateTimeOffset At);

    /// <summary>The last dialogue with the authority, or the last forum before this one.</summary>
    private async Task<DateTimeOffset?> LastTime(BriefKind kind, Guid id, ForumRow? forum, DateTimeOffset now, CancellationToken ct) => await tables.Query<Time>(kind == BriefKind.Authority
        ? "select ends_at as at from advocacy.dialogues where held_at is not null and ends_at < @now and @id = any(authority_ids) order by ends_at desc limit 1"
        : "select ends_on::timestamptz as at from advocacy.forums where stage = 'Planned' and ends_on < @begins and ends_on::timestamptz < @now order by ends_on desc limit 1",
        new { id, now, begins = forum?.BeginsOn }, ct) is [var last] ? last.At : null;
}
