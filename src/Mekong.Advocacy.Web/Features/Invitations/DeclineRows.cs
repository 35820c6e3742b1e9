using Mekong.Advocacy.Domain.Invitations;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>That an organisation does not sign a statement, as the matrix and the reminder see it.</summary>
public sealed record DeclineRow(Guid Id, Guid StatementId, Guid OrganisationId, Guid OfficerId, int Version, DateTimeOffset DeclinedAt);

/// <summary>One row per organisation and statement, right the moment a command returns.</summary>
internal sealed class DeclineRows : Projection<DeclineRow>
{
    private const string Prefix = "declining-";

    public override string Table => "advocacy.declines";

    public override string? KeyOf(Recorded happened) => happened.Event is DecliningEvent ? happened.Stream[Prefix.Length..] : null;

    public override DeclineRow? Apply(DeclineRow? row, Recorded happened) => happened.Event is StatementDeclined e
        ? new(Guid.Parse(happened.Stream[Prefix.Length..]), e.StatementId, e.OrganisationId, e.OfficerId, e.Version, e.At) : row;
}
