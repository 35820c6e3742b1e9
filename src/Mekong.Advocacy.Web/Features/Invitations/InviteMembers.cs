using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Writes down who is to be asked about this version of the text, and gives each mail its job. Safe to run twice.</summary>
public sealed record InviteMembers(Guid StatementId, InvitationKind Kind, int Version) : ICommand
{
    internal sealed class Handler(Decider decider, Invitations invitations, IMediator mediator, TimeProvider clock) : IRequestHandler<InviteMembers, Answer>
    {
        public async Task<Answer> Handle(InviteMembers command, CancellationToken cancellationToken)
        {
            var (statement, _) = await decider.Load(Statement.Fold, command.StatementId, cancellationToken);
            var now = clock.GetUtcNow();
            if (statement.Stage is not (StatementStage.Open or StatementStage.Suspended) || now >= statement.Window!.ClosesAt || statement.Version != command.Version) return Answer.Done;
            await invitations.Ask(command.StatementId, command.Version, command.Kind, now, cancellationToken);
            return await mediator.Send(new MailInvitations(command.StatementId), cancellationToken);
        }
    }
}
