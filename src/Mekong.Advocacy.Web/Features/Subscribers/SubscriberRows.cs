using Mekong.Advocacy.Domain.Subscribers;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Subscribers;

/// <summary>What an audience chooses by.</summary>
public sealed record SubscriberRow(Guid PersonId, string Language, string Country, string? Organisation, string[] Topics, string? Role);

/// <summary>One row per person, without a name.</summary>
internal sealed class SubscriberRows : Projection<SubscriberRow>
{
    public const string Prefix = "subscriber-";

    public override string Table => "advocacy.subscribers";

    public override (string Column, string Type) Key => ("person_id", "uuid");

    public override string? KeyOf(Recorded happened) =>
        happened.Event is SubscriberRegistered or SubscriberDescribed ? happened.Stream[Prefix.Length..] : null;

    public override SubscriberRow? Apply(SubscriberRow? row, Recorded happened) => happened.Event switch
    {
        SubscriberRegistered e => Of(happened, e.Profile),
        SubscriberDescribed e => Of(happened, e.Profile),
        _ => row,
    };

    private static SubscriberRow Of(Recorded happened, Profile profile) => new(
        Guid.Parse(happened.Stream[Prefix.Length..]), profile.Language, profile.Country, profile.Organisation, [.. profile.Topics], profile.Role);
}

/// <summary>What the owner of a contact point allows, and whether it works.</summary>
public sealed record ConsentRow(
    Guid ContactPointId, Guid PersonId, string Channel, string? Country, DateOnly GivenOn,
    DateTimeOffset? WithdrawnAt, string? WithdrawnThrough, DateTimeOffset? SuppressedAt, string? SuppressedReason);

/// <summary>One row per contact point: what every message is checked against before it leaves.</summary>
internal sealed class ConsentRows : Projection<ConsentRow>
{
    public override string Table => "advocacy.consents";

    public override (string Column, string Type) Key => ("contact_point_id", "uuid");

    public override string? KeyOf(Recorded happened) => happened.Event switch
    {
        ConsentGiven e => e.ContactPointId.ToString(),
        ConsentWithdrawn e => e.ContactPointId.ToString(),
        ContactPointSuppressed e => e.ContactPointId.ToString(),
        _ => null,
    };

    public override ConsentRow? Apply(ConsentRow? row, Recorded happened) => happened.Event switch
    {
        ConsentGiven e => new(e.ContactPointId, Guid.Parse(happened.Stream[SubscriberRows.Prefix.Length..]), e.Channel, e.Country, e.On, null, null, null, null),
        ConsentWithdrawn e => row! with { WithdrawnAt = happened.At, WithdrawnThrough = e.Through },
        ContactPointSuppressed e => row! with { SuppressedAt = happened.At, SuppressedReason = e.Reason },
        _ => row,
    };
}
