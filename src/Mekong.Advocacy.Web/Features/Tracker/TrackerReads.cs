using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Hosting.PublicPages;

namespace Mekong.Advocacy.Web.Features.Tracker;

/// <summary>
/// The only way by which a public page comes to what was asked and promised: what is confidential, or was never put to its authority, is as if
/// it were not there. Whoever asks makes known when a day will be over.
/// </summary>
public sealed class TrackerReads(ITables tables, Instants instants, TimeProvider clock)
{
    private const int Most = 5_000;

    public async Task<TrackerView> All(CancellationToken ct)
    {
        var authorities = (await tables.Query<AuthorityRow>("select * from advocacy.authorities", null, ct)).ToDictionary(row => row.Id);
        var posts = (await tables.Query<PostRow>("select * from advocacy.posts", null, ct)).ToDictionary(row => row.Id);
        var forums = (await tables.Query<ForumRow>("select * from advocacy.forums", null, ct)).ToDictionary(row => row.Id);
        var commitments = await tables.Query<CommitmentRow>("select * from advocacy.commitments where not confidential order by made_on desc, number desc limit @Most", new { Most }, ct);
        var asked = await tables.Query<RecommendationRow>("select * from advocacy.recommendations where presented > 0 order by number desc limit @Most", new { Most }, ct);
        var now = clock.GetUtcNow();
        foreach (var row in commitments) if (row.DueOn is { } day) instants.Tell(CountryDays.EndOf(day, row.Country));
        return new(
            [.. commitments.Where(row => authorities.ContainsKey(row.AuthorityId)).Select(row => new PublicCommitment(
                row, row.StatusOn(CountryDays.DayAt(now, row.Country)), authorities[row.AuthorityId], posts.GetValueOrDefault(row.PostId),
                row.DueForum is { } forum ? forums.GetValueOrDefault(forum) : null))],
            [.. asked.Where(row => authorities.ContainsKey(row.AuthorityId)).Select(row => new PublicRecommendation(
                row, authorities[row.AuthorityId], row.PostId is { } post ? posts.GetValueOrDefault(post) : null))]);
    }

    /// <summary>Every change of status of a public promise, in the order in which they came.</summary>
    public async Task<IReadOnlyList<StatusChange>> Changes(TrackerView view, CancellationToken ct) => await tables.Query<StatusChange>("""
        select h.commitment_id, h.at, h.status from advocacy.commitment_history h join advocacy.commitments c on c.id = h.commitment_id
        where not c.confidential and h.status is not null and h.commitment_id = any(@ids) order by h.position
        """, new { ids = view.Commitments.Select(one => one.Row.Id).ToArray() }, ct);

    /// <summary>When and where an ask was put to its authority. A dialogue under the Chatham House rule is not named.</summary>
    public Task<IReadOnlyList<PublicPresentation>> Presentations(Guid recommendationId, CancellationToken ct) => tables.Query<PublicPresentation>("""
        select p.presented_on, d.title_languages, d.titles, f.name_languages, f.names
        from advocacy.presentations p
          left join advocacy.dialogues d on d.id = p.dialogue_id and d.attribution = 'Attributed' and d.held_at is not null
          left join advocacy.forums f on f.id = coalesce(p.forum_id, d.forum_id)
        where p.recommendation_id = @recommendationId order by p.presented_on, p.recorded_at limit 200
        """, new { recommendationId }, ct);

    public DateTimeOffset Now => clock.GetUtcNow();
}

/// <summary>A promise stood so from this moment on.</summary>
public sealed record StatusChange(Guid CommitmentId, DateTimeOffset At, CommitmentStatus Status);

/// <summary>One time that an ask was put to its authority.</summary>
public sealed record PublicPresentation(DateOnly PresentedOn, string[]? TitleLanguages, string[]? Titles, string[]? NameLanguages, string[]? Names)
{
    public Wording? Title(string language) => TitleLanguages is null ? null : RowWordings.Best(TitleLanguages, Titles!, language);

    public Wording? Forum(string language) => NameLanguages is null ? null : RowWordings.Best(NameLanguages, Names!, language);
}
