using System.Text.Json;
using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Gives every invitation of a statement that is not out yet a job of its own, so that one bad address holds up nobody.</summary>
public sealed record MailInvitations(Guid StatementId) : ICommand
{
    internal sealed class Handler(Invitations invitations, IJobScheduler jobs, TimeProvider clock) : IRequestHandler<MailInvitations, Answer>
    {
        public async Task<Answer> Handle(MailInvitations command, CancellationToken cancellationToken)
        {
            foreach (var id in await invitations.Open(command.StatementId, cancellationToken))
                await jobs.Schedule(new Job($"invitation/{id}", CommandNames.MailInvitation, JsonSerializer.Serialize(new MailInvitation(id)), clock.GetUtcNow()), cancellationToken);
            return Answer.Done;
        }
    }
}
