using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>A coordinator begins a statement; it gets the next number for texts by phone.</summary>
[Allow(Role.Coordinator)]
public sealed record DraftStatement(Guid StatementId, StatementContent Content) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, ITables tables) : IRequestHandler<DraftStatement, Answer>
    {
        public async Task<Answer> Handle(DraftStatement command, CancellationToken cancellationToken)
        {
            if (StatementRules.FaultsOf(command.Content).FirstOrDefault() is { } fault) return fault;
            var number = await tables.Query<int>("select nextval('advocacy.statement_numbers')::int", null, cancellationToken);
            return await decider.Decide(
                Statement.Fold, command.StatementId, statement => statement.Draft(current.AccountId, number[0], command.Content), cancellationToken);
        }
    }
}
