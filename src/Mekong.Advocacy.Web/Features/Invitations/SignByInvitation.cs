using MediatR;
using Mekong.Advocacy.Domain.Invitations;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Whoever holds the mail's link signs for the organisation that it names, as the officer that it names, if their mandate still holds.</summary>
[Allow(Public = true)]
public sealed record SignByInvitation(string Token, string Language, string TextHash, Display Display) : ICommand
{
    internal sealed class Handler(Links links, Invitations invitations, FocalPoints officers, Signing signing, TimeProvider clock)
        : IRequestHandler<SignByInvitation, Answer>
    {
        public async Task<Answer> Handle(SignByInvitation command, CancellationToken cancellationToken)
        {
            if (links.Read(Links.Invitation, command.Token) is not { } number || await invitations.Find(number, cancellationToken) is not { } invitation)
                return InvitationRefusals.NoSuchInvitation;
            if (await officers.Find(invitation.OfficerId, cancellationToken) is not { IsActive: true } officer) return SignOnRefusals.NoMandate;
            var answer = await signing.Sign(new SigningWish(
                invitation.StatementId, invitation.OrganisationId, officer.Id, command.Language, command.TextHash, SignOnChannel.Invitation, command.Display,
                officer.Capacity), cancellationToken);
            if (!answer.Refused) await invitations.Replied(invitation.Id, "signed", clock.GetUtcNow(), cancellationToken);
            return answer;
        }
    }
}
