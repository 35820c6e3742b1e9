using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Gives each endorser's mail a job of its own. Delivered is told once, at the first office; each answer and outcome for itself.</summary>
/// <param name="Version">The event's place in the statement's stream.</param>
public sealed record TellEndorsers(string Kind, Guid StatementId, long Version) : ICommand
{
    private sealed record Endorser(Guid Id);

    internal sealed class Handler(ITables tables, IEventStore store, IJobScheduler jobs, TimeProvider clock) : IRequestHandler<TellEndorsers, Answer>
    {
        public async Task<Answer> Handle(TellEndorsers command, CancellationToken cancellationToken)
        {
            var past = await store.Read($"{StatementRows.Prefix}{command.StatementId}", cancellationToken);
            var (at, mark) = (past.First(recorded => recorded.Version == command.Version).At, command.Kind == StatementMailKind.Delivered ? 0 : command.Version);
            var endorsers = await tables.Query<Endorser>("""
                select s.id from advocacy.sign_ons s
                where s.statement_id = @StatementId and s.stage in ('Live', 'Held') and s.officer_id is not null
                  and not exists (select from advocacy.endorser_mails m where m.sign_on_id = s.id and m.kind = @Kind and m.mark = @mark)
                order by s.id
                """, new { command.StatementId, command.Kind, mark }, cancellationToken);
            foreach (var endorser in endorsers)
                await jobs.Schedule(EndorserReactions.Mail(new MailEndorser(command.Kind, endorser.Id, mark, at, command.Version), clock.GetUtcNow()), cancellationToken);
            return Answer.Done;
        }
    }
}
