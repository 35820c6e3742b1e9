using MediatR;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>A job of the time before mails to endorsers had a ledger of their own: what it asks for is entered there.</summary>
/// <param name="Mark">With kind and sign-on: which mail it is.</param>
/// <param name="Event">The place in the statement's stream of what is told; null: it is the signature itself.</param>
public sealed record MailEndorser(string Kind, Guid SignOnId, long Mark, DateTimeOffset At, long? Event = null) : ICommand
{
    internal sealed class Handler(EndorserMails mails) : IRequestHandler<MailEndorser, Answer>
    {
        public async Task<Answer> Handle(MailEndorser command, CancellationToken cancellationToken)
        {
            await mails.Enter(command.Kind, command.SignOnId, command.Mark, command.At, command.Event, cancellationToken);
            return Answer.Done;
        }
    }
}
