using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Features.Subscribers;

/// <summary>Finds whose contact point an opt-out link stands for.</summary>
public sealed record OptOutTarget(Guid PersonId, Guid ContactPointId, string Channel);

/// <summary>Reads opt-out links.</summary>
internal static class OptOut
{
    public static async Task<OptOutTarget?> Target(string token, Links links, ITables tables, CancellationToken ct) =>
        links.Read(Links.OptOut, token) is { } number
            ? (await tables.Query<OptOutTarget>(
                "select person_id, id as contact_point_id, channel from advocacy.contact_points where number = @number", new { number }, ct)).SingleOrDefault()
            : null;
}
