using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Invitations;

/// <summary>Why an answer to an invitation is refused; each code is a sentence in the seven languages.</summary>
public static class InvitationRefusals
{
    public static readonly Refusal NoSuchInvitation = new("invitation.no-such-invitation");
    public static readonly Refusal HasSigned = new("invitation.has-signed");
}
