using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>What came of it in the end, told to everybody who signed.</summary>
[Allow(Role.Coordinator)]
public sealed record RecordOutcome(Guid StatementId, string Summary) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<RecordOutcome, Answer>
    {
        public Task<Answer> Handle(RecordOutcome command, CancellationToken cancellationToken) => decider.Decide(
            Statement.Fold, command.StatementId, statement => statement.RecordOutcome(current.AccountId, command.Summary), cancellationToken);
    }
}
