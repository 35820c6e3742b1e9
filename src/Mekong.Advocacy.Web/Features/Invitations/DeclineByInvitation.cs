using MediatR;
using Mekong.Advocacy.Domain.Invitations;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Whoever holds the mail's link says that the organisation does not sign.</summary>
[Allow(Public = true)]
public sealed record DeclineByInvitation(string Token) : ICommand
{
    internal sealed class Handler(Links links, Invitations invitations, Declines declines, TimeProvider clock) : IRequestHandler<DeclineByInvitation, Answer>
    {
        public async Task<Answer> Handle(DeclineByInvitation command, CancellationToken cancellationToken)
        {
            if (links.Read(Links.Invitation, command.Token) is not { } number || await invitations.Find(number, cancellationToken) is not { } invitation)
                return InvitationRefusals.NoSuchInvitation;
            var answer = await declines.Decline(invitation.StatementId, invitation.OrganisationId, invitation.OfficerId, cancellationToken);
            if (!answer.Refused) await invitations.Replied(invitation.Id, "declined", clock.GetUtcNow(), cancellationToken);
            return answer;
        }
    }
}
