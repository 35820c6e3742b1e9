using System.Diagnostics;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.SignOns.SignOnRefusals;

namespace Mekong.Advocacy.Domain.SignOns;

using Decision = Decision<SignOnEvent>;

public enum SignOnStage { None, Pending, Live, Held, Withdrawn, Lapsed, Refused, Invalidated }

/// <summary>One endorser's sign-on of one statement. The organisation acts; the officer is always on record; nobody overwrites anybody.</summary>
/// <param name="Last">The signature that counts, or that was offered, or that counted last.</param>
public sealed record SignOn(SignOnStage Stage, Signature? Last)
{
    public static readonly Fold<SignOn, SignOnEvent> Fold = new("sign-on", new SignOn(SignOnStage.None, Last: null), Evolve);

    /// <summary>Whether the text may be signed now is the statement's to say: see <see cref="Statements.Statement.WhyNotSign"/>.</summary>
    public Decision Sign(Signature signature) => Stage switch
    {
        SignOnStage.Live or SignOnStage.Held when Last!.Text.Version >= signature.Text.Version =>
            Last.OfficerId == signature.OfficerId && Last.EndorserId == signature.EndorserId && Last.OfficerId is not null || Last.Kind == EndorserKind.Individual
                ? Decision.Nothing : AlreadySigned,
        SignOnStage.Held => IsHeld,
        SignOnStage.Invalidated => WasInvalidated,
        _ => new SignedOn(signature),
    };

    public Decision Offer(Signature signature) => Stage switch
    {
        SignOnStage.Live or SignOnStage.Held when Last!.Text.Version >= signature.Text.Version => AlreadySigned,
        SignOnStage.Held => IsHeld,
        SignOnStage.Invalidated => WasInvalidated,
        SignOnStage.Pending when Last!.Text == signature.Text => Decision.Nothing,
        _ => new SignOnOffered(signature),
    };

    /// <summary>Somebody has made sure who they are: it counts from this instant, not from the offer.</summary>
    public Decision Verify(DateTimeOffset at) => Stage switch
    {
        SignOnStage.None => NoSuchSignOn,
        SignOnStage.Pending => new SignedOn(Last! with { At = at }),
        SignOnStage.Live => Decision.Nothing,
        _ => NotPending,
    };

    public Decision RefuseOffer(Guid refusedBy, string reason) => Stage switch
    {
        SignOnStage.None => NoSuchSignOn,
        SignOnStage.Refused => Decision.Nothing,
        SignOnStage.Pending when string.IsNullOrWhiteSpace(reason) => NeedsReason,
        SignOnStage.Pending => new SignOnOfferRefused(refusedBy, reason.Trim()),
        _ => NotPending,
    };

    public Decision Hold(Guid officerId, string reason, DateTimeOffset at) => Stage switch
    {
        SignOnStage.Held => Decision.Nothing,
        SignOnStage.Live when Last!.OfficerId == officerId => OwnSignOn,
        SignOnStage.Live when string.IsNullOrWhiteSpace(reason) => NeedsReason,
        SignOnStage.Live => new SignOnHeld(officerId, reason.Trim(), at),
        _ => NoSuchSignOn,
    };

    public Decision LiftHold(Guid liftedBy, string reason) => Stage switch
    {
        SignOnStage.Live => Decision.Nothing,
        SignOnStage.Held when string.IsNullOrWhiteSpace(reason) => NeedsReason,
        SignOnStage.Held => new SignOnHoldLifted(liftedBy, reason.Trim()),
        _ => NotHeld,
    };

    public Decision Withdraw(Guid? officerId, string reason, bool afterDelivery, DateTimeOffset at) => Stage switch
    {
        SignOnStage.Withdrawn or SignOnStage.Lapsed => Decision.Nothing,
        SignOnStage.Live or SignOnStage.Held when string.IsNullOrWhiteSpace(reason) => NeedsReason,
        SignOnStage.Live or SignOnStage.Held => new SignOnWithdrawn(Last!.Mark, officerId, reason.Trim(), afterDelivery, at),
        _ => NoSuchSignOn,
    };

    public Decision Invalidate(Guid invalidatedBy, Guid? batchId, string reason, DateTimeOffset at) => Stage switch
    {
        SignOnStage.Invalidated => Decision.Nothing,
        SignOnStage.Live or SignOnStage.Held when string.IsNullOrWhiteSpace(reason) => NeedsReason,
        SignOnStage.Live or SignOnStage.Held => new SignOnInvalidated(Last!.Mark, invalidatedBy, batchId, reason.Trim(), at),
        _ => NoSuchSignOn,
    };

    public Decision Readmit(Guid readmittedBy, string reason) => Stage switch
    {
        SignOnStage.Withdrawn => Decision.Nothing,
        SignOnStage.Invalidated when string.IsNullOrWhiteSpace(reason) => NeedsReason,
        SignOnStage.Invalidated => new SignOnReadmitted(readmittedBy, reason.Trim()),
        _ => NoSuchSignOn,
    };

    /// <summary>At closing, of whoever signed an earlier version than the last.</summary>
    public Decision Lapse(int version, DateTimeOffset at) => Stage switch
    {
        SignOnStage.Live or SignOnStage.Held when Last!.Text.Version < version => new SignOnLapsed(Last.Mark, at),
        _ => Decision.Nothing,
    };

    public Decision Show(Display display, Guid? askedFor) => Stage switch
    {
        SignOnStage.None => NoSuchSignOn,
        _ when display == Last!.Display => Decision.Nothing,
        _ when display < Last!.Display && askedFor is null => MoreExposureNeedsOrganisation,
        _ => new SignOnDisplayChanged(display, askedFor),
    };

    private static SignOn Evolve(SignOn was, SignOnEvent happened) => happened switch
    {
        SignedOn e => new SignOn(SignOnStage.Live, e.Signature with { Display = Less(was, e.Signature.Display) }),
        SignOnOffered e => new SignOn(SignOnStage.Pending, e.Signature),
        SignOnOfferRefused => was with { Stage = SignOnStage.Refused },
        SignOnHeld => was with { Stage = SignOnStage.Held },
        SignOnHoldLifted => was with { Stage = SignOnStage.Live },
        SignOnWithdrawn => was with { Stage = SignOnStage.Withdrawn },
        SignOnInvalidated => was with { Stage = SignOnStage.Invalidated },
        SignOnReadmitted => was with { Stage = SignOnStage.Withdrawn },
        SignOnLapsed => was with { Stage = SignOnStage.Lapsed },
        SignOnDisplayChanged e => was with { Last = was.Last! with { Display = e.Display } },
        _ => throw new UnreachableException($"SignOn gives {happened.GetType().Name} no meaning."),
    };

    /// <summary>Signing a later version exposes nobody more than they asked for before.</summary>
    private static Display Less(SignOn was, Display display) =>
        was is { Stage: SignOnStage.Live or SignOnStage.Held, Last: { } last } && last.Display > display ? last.Display : display;
}
