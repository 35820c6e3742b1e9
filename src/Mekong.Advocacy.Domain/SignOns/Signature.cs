using System.Text.Json.Serialization;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.Statements;

namespace Mekong.Advocacy.Domain.SignOns;

public enum EndorserKind { Organisation, Individual }

public enum SignOnChannel { MemberPage, Invitation, Sms, Paper, PublicForm }

/// <summary>From more to less exposure. Sealed: counted, and named to the addressee only.</summary>
public enum Display { Shown, AfterEmbargo, Sealed }

/// <summary>By what right the officer signed, as it was in force at that moment; it is never looked up again.</summary>
/// <param name="Kind">standing, board or statement.</param>
public sealed record SignedMandate(Guid Id, string Kind);

/// <summary>One endorser's act: who, which exact text, by whose hand, with what right, how and when.</summary>
/// <param name="Names">Empty for an individual, who is a number in public.</param>
/// <param name="OfficerId">Whose name lies sealed; null where the endorser is the person.</param>
/// <param name="Capacity">What the officer is, as they said: "Director".</param>
/// <param name="EvidenceId">The scan of a signed paper.</param>
/// <param name="Salt">32 lower-case hexadecimal digits; with the endorser's identity it makes <paramref name="Endorser"/>.</param>
/// <param name="Endorser">The commitment that stands in the register instead of a name.</param>
public sealed record Signature(
    Guid StatementId, Guid EndorserId, EndorserKind Kind, SignedText Text, IReadOnlyList<OrganisationName> Names, string Country, Guid? OfficerId,
    string? Capacity, SignedMandate? Mandate, SignOnChannel Channel, Guid? EvidenceId, Display Display, string Salt, string Endorser, DateTimeOffset At)
{
    public bool Equals(Signature? other) => other is not null && Names.SequenceEqual(other.Names)
        && (StatementId, EndorserId, Kind, Text, Country, OfficerId, Capacity) == (other.StatementId, other.EndorserId, other.Kind, other.Text, other.Country, other.OfficerId, other.Capacity)
        && (Mandate, Channel, EvidenceId, Display, Salt, Endorser, At) == (other.Mandate, other.Channel, other.EvidenceId, other.Display, other.Salt, other.Endorser, other.At);

    public override int GetHashCode() => HashCode.Combine(StatementId, EndorserId, Text, At);

    /// <summary>What a later entry of the register repeats of this one.</summary>
    [JsonIgnore]
    public SignedMark Mark => new(StatementId, Text, Endorser, EndorserCommitment.PublicSignOnId(Convert.FromHexString(Salt), SignOnId.Of(StatementId, EndorserId)));
}

/// <summary>Which sign-on a withdrawal or invalidation is about, in the words of the register.</summary>
/// <param name="PublicId">The sign-on's id there, which tells nobody who it is.</param>
public sealed record SignedMark(Guid StatementId, SignedText Text, string Endorser, Guid PublicId);
