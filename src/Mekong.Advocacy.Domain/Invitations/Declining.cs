using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.SignOns;
using static Mekong.Advocacy.Domain.Invitations.InvitationRefusals;

namespace Mekong.Advocacy.Domain.Invitations;

using Decision = Decision<DecliningEvent>;

/// <summary>One organisation's no to one statement, under the id that its sign-on would have.</summary>
/// <param name="Version">Of the text that was declined last; 0: none was.</param>
public sealed record Declining(int Version)
{
    public static readonly Fold<Declining, DecliningEvent> Fold = new("declining", new Declining(0), Evolve);

    /// <param name="closed">Why the statement could not be signed at this moment: what cannot be signed cannot be declined either.</param>
    public Decision Decline(StatementDeclined no, Refusal? closed, SignOnStage signOn) => signOn switch
    {
        _ when closed is not null => closed,
        SignOnStage.Live or SignOnStage.Held => HasSigned,
        _ when Version >= no.Version => Decision.Nothing,
        _ => no,
    };

    private static Declining Evolve(Declining was, DecliningEvent happened) => happened is StatementDeclined e ? new Declining(e.Version) : was;
}
