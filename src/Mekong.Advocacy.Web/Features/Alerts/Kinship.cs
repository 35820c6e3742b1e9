using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>One of two alerts that hang on each other.</summary>
/// <param name="OfId">The alert that was asked about.</param>
/// <param name="Follows">True: the one asked about follows this one. False: this one follows it.</param>
public sealed record Kin(Guid OfId, Guid Id, string Name, AlertStage Stage, RelationKind Kind, bool Follows);

/// <summary>Which alerts follow which, looked up both ways.</summary>
public sealed class Kinship(ITables tables)
{
    public async Task<ILookup<Guid, Kin>> Of(IEnumerable<Guid> alerts, CancellationToken ct) => (await tables.Query<Kin>("""
        select a.id as of_id, e.id, e.name, e.stage, a.relation_kind as kind, true as follows
        from advocacy.alerts a join advocacy.alerts e on e.id = a.relation_alert_id where a.id = any(@ids)
        union all
        select e.id, a.id, a.name, a.stage, a.relation_kind, false
        from advocacy.alerts a join advocacy.alerts e on e.id = a.relation_alert_id where e.id = any(@ids)
        order by follows desc, id
        """, new { ids = alerts.ToArray() }, ct)).ToLookup(kin => kin.OfId);
}
