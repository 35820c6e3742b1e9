using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>
/// Before closing, once: members that have neither signed nor declined are asked again. Where the hour has been moved meanwhile it does
/// nothing, for the later hour has its job.
/// </summary>
public sealed record RemindMembers(Guid StatementId) : ICommand
{
    internal sealed class Handler(Decider decider, Invitations invitations, IMediator mediator, TimeProvider clock) : IRequestHandler<RemindMembers, Answer>
    {
        public async Task<Answer> Handle(RemindMembers command, CancellationToken cancellationToken)
        {
            var (statement, _) = await decider.Load(Statement.Fold, command.StatementId, cancellationToken);
            var now = clock.GetUtcNow();
            if (statement.Stage != StatementStage.Open || now >= statement.Window!.ClosesAt || now < SetReminder.DueAt(statement.Window)) return Answer.Done;
            await invitations.Ask(command.StatementId, statement.Version, InvitationKind.Reminder, now, cancellationToken);
            return await mediator.Send(new MailInvitations(command.StatementId), cancellationToken);
        }
    }
}
