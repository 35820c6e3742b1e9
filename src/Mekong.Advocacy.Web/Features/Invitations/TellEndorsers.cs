using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Enters a mail for each endorser. Delivered is told once, at the first office; each answer and outcome for itself.</summary>
/// <param name="Version">The event's place in the statement's stream.</param>
public sealed record TellEndorsers(string Kind, Guid StatementId, long Version) : ICommand
{
    internal sealed class Handler(IEventStore store, EndorserMails mails) : IRequestHandler<TellEndorsers, Answer>
    {
        public async Task<Answer> Handle(TellEndorsers command, CancellationToken cancellationToken)
        {
            var past = await store.Read($"{StatementRows.Prefix}{command.StatementId}", cancellationToken);
            var (at, mark) = (past.First(recorded => recorded.Version == command.Version).At, command.Kind == StatementMailKind.Delivered ? 0 : command.Version);
            await mails.EnterAll(command.Kind, command.StatementId, mark, at, command.Version, cancellationToken);
            return Answer.Done;
        }
    }
}
