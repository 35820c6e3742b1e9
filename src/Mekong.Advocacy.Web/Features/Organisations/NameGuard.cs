using System.Globalization;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>Keeps one organisation from being entered twice: by what is registered, and by names that are claimed before anything is recorded.</summary>
internal sealed class NameGuard(ITables tables, OrganisationReads reads, TimeProvider clock)
{
    private const int MostNamed = 5;

    /// <summary>A claim to which no organisation came this long is left over from a process that died.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(1);

    /// <summary>The same is refused always; what is perhaps the same only until somebody has said that it is another one.</summary>
    public async Task<Refusal?> Fault(Guid id, OrganisationProfile profile, bool isAnother, CancellationToken ct)
    {
        if (profile.ParentId == id) return OrganisationRefusals.IsItsOwnParent;
        if (profile.ParentId is { } parent && await reads.One(parent, ct) is null) return OrganisationRefusals.NoSuchParent;
        var similar = await reads.Similar([.. profile.Names.Select(name => name.Name)], profile.Acronym, profile.Country, ct, except: id);
        if (similar.Where(one => one.IsSame).ToList() is { Count: > 0 } same) return OrganisationRefusals.AlreadyRegistered with { Detail = NamesOf(same) };
        var perhaps = similar.Where(one => !IsFamily(one.Row, id, profile)).ToList();
        return isAnother || perhaps.Count == 0 ? null : OrganisationRefusals.PerhapsRegistered with { Detail = NamesOf(perhaps) };
    }

    /// <exception cref="StreamHasMovedException">Somebody else is about to register one of the names: look again.</exception>
    public async Task Claim(Guid id, OrganisationProfile profile, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var keys = profile.Names.Select(name => NameKey.Of(name.Name)).Distinct().ToArray();
        var claimed = await tables.Execute("""
            insert into advocacy.organisation_names as n (country, key, organisation_id, claimed_at)
            select @country, key, @id, @now from unnest(@keys) as k (key) order by key
            on conflict (country, key) do update set organisation_id = excluded.organisation_id, claimed_at = excluded.claimed_at
            where n.organisation_id = excluded.organisation_id or n.claimed_at < @stale and not exists (
              select from advocacy.organisations o
              where o.id = n.organisation_id and o.country = n.country and n.key = any(o.name_keys) and o.standing <> 'Refused')
            """, new { country = profile.Country, id, now, keys, stale = now - Stale }, ct);
        if (claimed < keys.Length) throw new StreamHasMovedException("names of organisations");
    }

    /// <summary>Gives back what the organisation claimed and does not go by.</summary>
    public Task Release(Guid id, CancellationToken ct) => tables.Execute("""
        delete from advocacy.organisation_names n where organisation_id = @id and not exists (
          select from advocacy.organisations o
          where o.id = n.organisation_id and o.country = n.country and n.key = any(o.name_keys) and o.standing <> 'Refused')
        """, new { id }, ct);

    private static bool IsFamily(OrganisationRow row, Guid id, OrganisationProfile profile) => row.Id == profile.ParentId || row.ParentId == id;

    private static string NamesOf(IEnumerable<SimilarOrganisation> found) => string.Join("; ", found.Take(MostNamed)
        .Select(one => $"{OrganisationReads.Name(one.Row, CultureInfo.CurrentUICulture.Name).Name} ({one.Row.Country})"));
}
