using System.Globalization;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>One thing that was done to an organisation.</summary>
/// <param name="Actor">Account id, "system" or "public".</param>
/// <param name="What">The event's name, a key of the words in every language.</param>
/// <param name="AboutId">The organisation that vouched, or the officer or mandate concerned.</param>
/// <param name="Detail">A reason, a source, or the names as they were.</param>
public sealed record OrganisationHistoryRow(
    long Position, Guid OrganisationId, DateTimeOffset At, string Actor, string What, OrganisationStanding? Standing, Guid? AboutId, string? Detail);

/// <summary>The organisation's past, in the order in which it happened.</summary>
internal sealed class OrganisationHistory : Projection<OrganisationHistoryRow>
{
    public override string Table => "advocacy.organisation_history";

    public override (string Column, string Type) Key => ("position", "bigint");

    public override string? KeyOf(Recorded happened) =>
        happened.Event is OrganisationEvent ? happened.Position.ToString(CultureInfo.InvariantCulture) : null;

    public override OrganisationHistoryRow? Apply(OrganisationHistoryRow? row, Recorded happened)
    {
        var (standing, about, detail) = Of((OrganisationEvent)happened.Event);
        return new(happened.Position, OrganisationRows.IdOf(happened), happened.At, happened.Metadata.Actor, happened.Event.GetType().Name, standing, about, detail);
    }

    private static (OrganisationStanding? Standing, Guid? About, string? Detail) Of(OrganisationEvent happened) => happened switch
    {
        OrganisationRegistered e => (e.Standing, e.Profile.ParentId, Names(e.Profile)),
        OrganisationDescribed e => (null, e.Profile.ParentId, Names(e.Profile)),
        OrganisationStandingChanged e => (e.Standing, null, e.Reason),
        OrganisationVouchedFor e => (null, e.VoucherId, null),
        OrganisationVerified e => (OrganisationStanding.Verified, null, e.Source),
        OrganisationRefused e => (OrganisationStanding.Refused, null, e.Reason),
        FocalPointNamed e => (null, e.OfficerId, null),
        FocalPointRemoved e => (null, e.OfficerId, null),
        MandateGranted e => (null, e.Mandate.OfficerId, null),
        MandateEnded e => (null, e.MandateId, null),
        _ => default,
    };

    private static string Names(OrganisationProfile profile) => string.Join(" · ", profile.Names.Select(name => name.Name));
}
