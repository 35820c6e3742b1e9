using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>What an addressee answered.</summary>
[Allow(Role.Coordinator)]
public sealed record RecordReply(Guid StatementId, Guid ReplyId, string Addressee, string Summary, Guid? EvidenceId) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, TimeProvider clock) : IRequestHandler<RecordReply, Answer>
    {
        public Task<Answer> Handle(RecordReply command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.RecordReply(new ReplyReceived(
                command.ReplyId, current.AccountId, command.Addressee, command.Summary, command.EvidenceId, clock.GetUtcNow())), cancellationToken);
    }
}
