using MediatR;
using Mekong.Advocacy.Domain.Invitations;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Mails one invitation, unless it has become needless meanwhile. The same job always gives the same Message-ID.</summary>
public sealed record MailInvitation(Guid InvitationId) : ICommand
{
    internal sealed class Handler(Decider decider, Invitations invitations, FocalPoints officers, StatementPost post, TimeProvider clock)
        : IRequestHandler<MailInvitation, Answer>
    {
        public async Task<Answer> Handle(MailInvitation command, CancellationToken cancellationToken)
        {
            if (await invitations.Find(command.InvitationId, cancellationToken) is not { IsSettled: false } invitation) return Answer.Done;
            var (statement, _) = await decider.Load(Statement.Fold, invitation.StatementId, cancellationToken);
            if (statement.Stage == StatementStage.Suspended) return Answer.Done; // until it opens again
            if (await Needless(invitation, statement, cancellationToken) is { } why) await invitations.Withhold(invitation.Id, why, cancellationToken);
            else if (await officers.Find(invitation.OfficerId, cancellationToken) is not { IsActive: true, Email: { } address } officer) await invitations.Withhold(invitation.Id, "gone", cancellationToken);
            else if (await post.Invite(invitation, statement, officer, address, cancellationToken)) await invitations.Sent(invitation.Id, clock.GetUtcNow(), cancellationToken);
            else await invitations.Withhold(invitation.Id, "refused", cancellationToken);
            return Answer.Done;
        }

        private async Task<string?> Needless(Invitation invitation, Statement statement, CancellationToken ct)
        {
            if (statement.Stage != StatementStage.Open || clock.GetUtcNow() >= statement.Window!.ClosesAt) return "closed";
            var id = SignOnId.Of(invitation.StatementId, invitation.OrganisationId);
            var (signOn, _) = await decider.Load(SignOn.Fold, id, ct);
            if (signOn.Stage is SignOnStage.Live or SignOnStage.Held) return invitation.Kind == InvitationKind.Revision && signOn.Last!.Text.Version < statement.Version ? null : "answered";
            return (await decider.Load(Declining.Fold, id, ct)).State.Version > 0 ? "answered" : null;
        }
    }
}
