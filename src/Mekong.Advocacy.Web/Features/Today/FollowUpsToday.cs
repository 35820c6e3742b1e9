using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Today;

/// <summary>What the first page says of next steps.</summary>
/// <param name="Late">Of anybody's, for who coordinates.</param>
/// <param name="Mine">That the reader owes within seven days, or owed before.</param>
public sealed record FollowUpsToday(int Late, int Mine)
{
    internal bool None => Late + Mine == 0;

    internal static async Task<FollowUpsToday> Of(ITables tables, Actor actor, DateTimeOffset now, CancellationToken ct) => (await tables.Query<FollowUpsToday>("""
        select (count(*) filter (where @coordinates and f.due_on < d.today))::int as late, (count(*) filter (where f.owner_id = @me and f.due_on <= d.today + 7))::int as mine
        from advocacy.follow_ups f join unnest(@countries, @days) as d (country, today) on d.country = f.country
        where f.state not in ('Done', 'Dropped')
        """, new { me = actor.AccountId, coordinates = actor.May([Role.Coordinator]), countries = Country.All.ToArray(), days = Country.All.Select(country => CountryDays.DayAt(now, country)).ToArray() }, ct))[0];
}
