using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Looks dialogues, forums, authorities, recommendations and commitments up.</summary>
public sealed class DialogueReads(ITables tables)
{
    public Task<DialogueRow?> Dialogue(Guid id, CancellationToken ct) => One<DialogueRow>("dialogues", id, ct);

    public Task<ForumRow?> Forum(Guid id, CancellationToken ct) => One<ForumRow>("forums", id, ct);

    public Task<AuthorityRow?> Authority(Guid id, CancellationToken ct) => One<AuthorityRow>("authorities", id, ct);

    public Task<RecommendationRow?> Recommendation(Guid id, CancellationToken ct) => One<RecommendationRow>("recommendations", id, ct);

    public Task<CommitmentRow?> Commitment(Guid id, CancellationToken ct) => One<CommitmentRow>("commitments", id, ct);

    public Task<IReadOnlyList<DialogueRow>> Dialogues(DialogueFilter filter, CancellationToken ct) => tables.Query<DialogueRow>("""
        select * from advocacy.dialogues where (@stage::text is null or stage = @stage) and (@country::text is null or country = @country)
          and (@authorityId::uuid is null or authority_ids @> array[@authorityId]) and (@forumId::uuid is null or forum_id = @forumId)
        order by begins_at desc, id limit @most offset @skip
        """, new { stage = filter.Stage?.ToString(), country = filter.Country, authorityId = filter.AuthorityId, forumId = filter.ForumId, most = filter.Most, skip = filter.Skip }, ct);

    /// <summary>Those ahead first, then those past.</summary>
    public Task<IReadOnlyList<ForumRow>> Forums(CancellationToken ct) =>
        tables.Query<ForumRow>("select * from advocacy.forums order by begins_on desc, id limit 300", null, ct);

    public Task<IReadOnlyList<AuthorityRow>> Authorities(CancellationToken ct) =>
        tables.Query<AuthorityRow>("select * from advocacy.authorities order by country, entered_at limit 1000", null, ct);

    public Task<IReadOnlyList<PostRow>> Posts(Guid? authorityId, CancellationToken ct) => tables.Query<PostRow>(
        "select * from advocacy.posts where @authorityId::uuid is null or authority_id = @authorityId order by entered_at, id limit 3000", new { authorityId }, ct);

    public Task<IReadOnlyList<PostHolderRow>> Holders(Guid? authorityId, Guid? postId, CancellationToken ct) => tables.Query<PostHolderRow>("""
        select * from advocacy.post_holders where (@authorityId::uuid is null or authority_id = @authorityId) and (@postId::uuid is null or post_id = @postId)
        order by from_day desc, id limit 1000
        """, new { authorityId, postId }, ct);

    public Task<IReadOnlyList<RecommendationRow>> Recommendations(RecommendationFilter filter, CancellationToken ct) => tables.Query<RecommendationRow>("""
        select * from advocacy.recommendations where (@authorityId::uuid is null or authority_id = @authorityId) and (@stage::text is null or stage = @stage)
          and (@country::text is null or authority_id in (select id from advocacy.authorities where country = @country))
        order by number desc limit @most offset @skip
        """, new { authorityId = filter.AuthorityId, stage = filter.Stage?.ToString(), country = filter.Country, most = filter.Most, skip = filter.Skip }, ct);

    public Task<IReadOnlyList<PresentationRow>> Presentations(Guid? recommendationId, Guid? dialogueId, Guid? forumId, CancellationToken ct) => tables.Query<PresentationRow>("""
        select * from advocacy.presentations where (@recommendationId::uuid is null or recommendation_id = @recommendationId)
          and (@dialogueId::uuid is null or dialogue_id = @dialogueId) and (@forumId::uuid is null or forum_id = @forumId) order by presented_on, recorded_at limit 500
        """, new { recommendationId, dialogueId, forumId }, ct);

    public Task<IReadOnlyList<CommitmentRow>> Commitments(CommitmentFilter filter, CancellationToken ct) => tables.Query<CommitmentRow>("""
        select * from advocacy.commitments where (@country::text is null or country = @country) and (@authorityId::uuid is null or authority_id = @authorityId)
          and (@status::text is null or status = @status) and (@recommendationId::uuid is null or recommendation_ids @> array[@recommendationId])
          and (@dialogueId::uuid is null or dialogue_id = @dialogueId) and (@forumId::uuid is null or due_forum = @forumId)
          and (@toReview::bool is null or (proposal_id is not null) = @toReview)
        order by due_on nulls last, number limit @most offset @skip
        """, new
    {
        country = filter.Country,
        authorityId = filter.AuthorityId,
        status = filter.Status?.ToString(),
        recommendationId = filter.RecommendationId,
        dialogueId = filter.DialogueId,
        forumId = filter.ForumId,
        toReview = filter.ToReview,
        most = filter.Most,
        skip = filter.Skip,
    }, ct);

    public Task<IReadOnlyList<CommitmentHistoryRow>> History(Guid commitmentId, CancellationToken ct) => tables.Query<CommitmentHistoryRow>(
        "select * from advocacy.commitment_history where commitment_id = @commitmentId order by position desc limit 200", new { commitmentId }, ct);

    public Task<IReadOnlyList<DialogueHistoryRow>> HistoryOf(Guid aboutId, CancellationToken ct) => tables.Query<DialogueHistoryRow>(
        "select * from advocacy.dialogue_history where about_id = @aboutId order by position desc limit 200", new { aboutId }, ct);

    private async Task<TRow?> One<TRow>(string table, Guid id, CancellationToken ct) where TRow : class =>
        await tables.Query<TRow>($"select * from advocacy.{table} where id = @id", new { id }, ct) is [var row] ? row : null;
}
