using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>Where one endorser's sign-on of one statement stands.</summary>
/// <param name="FirstAt">When it first counted; a later version's signature does not move it.</param>
/// <param name="Reason">Of the last withdrawal, hold, refusal or invalidation.</param>
public sealed record SignOnRow(
    Guid Id, Guid StatementId, Guid EndorserId, EndorserKind Kind, SignOnStage Stage, int Version, string Language, string TextHash, string[] NameLanguages, string[] Names,
    string Country, Guid? OfficerId, string? Capacity, Guid? MandateId, string? MandateKind, SignOnChannel Channel, Guid? EvidenceId, Display Display, string Salt,
    string Endorser, DateTimeOffset SignedAt, DateTimeOffset FirstAt, DateTimeOffset ChangedAt, string? Reason = null, bool AfterDelivery = false);

/// <summary>What a row means; a property of its own would be a column.</summary>
public static class SignOnMeaning
{
    extension(SignOnRow row)
    {
        /// <summary>Counted and, where it may be, listed. What is held stays until somebody has settled it.</summary>
        public bool Counts => row.Stage is SignOnStage.Live or SignOnStage.Held;
    }
}

/// <summary>One row per endorser and statement, right the moment a command returns.</summary>
internal sealed class SignOnRows : Projection<SignOnRow>
{
    public const string Prefix = "sign-on-";

    public override string Table => "advocacy.sign_ons";

    public override string? KeyOf(Recorded happened) => happened.Event is SignOnEvent ? happened.Stream[Prefix.Length..] : null;

    public override SignOnRow? Apply(SignOnRow? row, Recorded happened) =>
        Next(row, Guid.Parse(happened.Stream[Prefix.Length..]), happened) is { } next ? next with { ChangedAt = happened.At } : null;

    private static SignOnRow? Next(SignOnRow? row, Guid id, Recorded happened) => happened.Event switch
    {
        SignedOn e => Signed(row, id, SignOnStage.Live, e.Signature),
        SignOnOffered e => Signed(row, id, SignOnStage.Pending, e.Signature),
        SignOnOfferRefused e => row! with { Stage = SignOnStage.Refused, Reason = e.Reason },
        SignOnHeld e => row! with { Stage = SignOnStage.Held, Reason = e.Reason },
        SignOnHoldLifted => row! with { Stage = SignOnStage.Live, Reason = null },
        SignOnWithdrawn e => row! with { Stage = SignOnStage.Withdrawn, Reason = e.Reason, AfterDelivery = e.AfterDelivery },
        SignOnInvalidated e => row! with { Stage = SignOnStage.Invalidated, Reason = e.Reason },
        SignOnReadmitted => row! with { Stage = SignOnStage.Withdrawn, Reason = null },
        SignOnLapsed => row! with { Stage = SignOnStage.Lapsed },
        SignOnDisplayChanged e => row! with { Display = e.Display },
        _ => row,
    };

    private static SignOnRow Signed(SignOnRow? was, Guid id, SignOnStage stage, Signature s) => new(
        id, s.StatementId, s.EndorserId, s.Kind, stage, s.Text.Version, s.Text.Language, s.Text.Hash, [.. s.Names.Select(name => name.Language)],
        [.. s.Names.Select(name => name.Name)], s.Country, s.OfficerId, s.Capacity, s.Mandate?.Id, s.Mandate?.Kind, s.Channel, s.EvidenceId,
        was?.Counts == true && was.Display > s.Display ? was.Display : s.Display, s.Salt, s.Endorser, s.At, was?.Counts == true ? was.FirstAt : s.At, s.At);
}
