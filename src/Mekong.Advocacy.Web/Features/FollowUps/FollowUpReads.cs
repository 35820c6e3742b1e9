using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>Which steps a list shows.</summary>
/// <param name="Open">Neither done nor dropped.</param>
/// <param name="DueUntil">On that day or before it.</param>
public sealed record FollowUpFilter(
    FollowUpState? State = null, Guid? Owner = null, string? Country = null, Guid? Authority = null, Guid? About = null, Guid? Forum = null, bool Open = false, DateOnly? DueUntil = null);

/// <summary>Looks steps up.</summary>
public sealed class FollowUpReads(ITables tables)
{
    private sealed record Held(Guid FollowUpId, Guid AuthorityId);

    public async Task<FollowUpRow?> One(Guid id, CancellationToken ct) =>
        await tables.Query<FollowUpRow>("select * from advocacy.follow_ups where id = @id", new { id }, ct) is [var row] ? row : null;

    /// <summary>The soonest first; those without a day last, those that are over behind them.</summary>
    public Task<IReadOnlyList<FollowUpRow>> List(FollowUpFilter filter, int most, CancellationToken ct) => tables.Query<FollowUpRow>($"""
        select f.* from advocacy.follow_ups f
        where (@state::text is null or f.state = @state) and (@Owner::uuid is null or f.owner_id = @Owner) and (@Country::text is null or f.country = @Country)
          and (@About::uuid is null or f.about_id = @About) and (@Forum::uuid is null or f.due_forum = @Forum)
          and (not @Open or f.state not in ('Done', 'Dropped')) and (@DueUntil::date is null or f.due_on <= @DueUntil)
          and (@Authority::uuid is null or f.id in (select h.follow_up_id from ({Authorities}) h where h.authority_id = @Authority))
        order by f.state in ('Done', 'Dropped'), f.due_on nulls last, f.priority, f.id limit @most
        """, new { state = filter.State?.ToString(), filter.Owner, filter.Country, filter.About, filter.Forum, filter.Open, filter.DueUntil, filter.Authority, most }, ct);

    public async Task<ILookup<Guid, Guid>> AuthoritiesOf(IReadOnlyCollection<Guid> followUps, CancellationToken ct) => (await tables.Query<Held>(
        $"select * from ({Authorities}) h where follow_up_id = any(@ids)", new { ids = followUps.ToArray() }, ct)).ToLookup(held => held.FollowUpId, held => held.AuthorityId);

    public Task<IReadOnlyList<FollowUpHistoryRow>> History(Guid id, CancellationToken ct) => tables.Query<FollowUpHistoryRow>(
        "select * from advocacy.follow_up_history where follow_up_id = @id order by position desc limit 200", new { id }, ct);

    /// <summary>Whom a step concerns follows from what it is about.</summary>
    private const string Authorities = """
        select s.id as follow_up_id, c.authority_id from advocacy.follow_ups s join advocacy.commitments c on s.about_kind = 'Commitment' and c.id = s.about_id
        union all
        select s.id, r.authority_id from advocacy.follow_ups s join advocacy.recommendations r on s.about_kind = 'Recommendation' and r.id = s.about_id
        union all
        select s.id, a from advocacy.follow_ups s join advocacy.dialogues d on s.about_kind = 'Dialogue' and d.id = s.about_id, unnest(d.authority_ids) a
        """;
}
