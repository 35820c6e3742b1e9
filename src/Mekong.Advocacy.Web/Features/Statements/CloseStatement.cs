using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>
/// After the hour: what the silence rule says lapses does, and the register's root is fixed. Safe to run twice; where the hour has been
/// moved meanwhile it does nothing.
/// </summary>
public sealed record CloseStatement(Guid StatementId) : ICommand
{
    private sealed record Silent(Guid Id);

    private sealed record Counted(string Kind, int Count);

    internal sealed class Handler(Decider decider, ITables tables, RegisterReads registers, TimeProvider clock) : IRequestHandler<CloseStatement, Answer>
    {
        public async Task<Answer> Handle(CloseStatement command, CancellationToken cancellationToken)
        {
            var (id, now) = (command.StatementId, clock.GetUtcNow());
            var (statement, _) = await decider.Load(Statement.Fold, id, cancellationToken);
            if (statement.Stage is not (StatementStage.Open or StatementStage.Suspended) || now < statement.Window!.ClosesAt) return Answer.Done;
            if (statement.Content!.Silence == SilenceRule.Lapse) await Lapse(id, statement.Version, now, cancellationToken);
            var mark = (await registers.Of(id, cancellationToken)).Mark;
            var counts = await tables.Query<Counted>(
                "select kind, count(*)::int as count from advocacy.sign_ons where statement_id = @id and stage in ('Live', 'Held') group by kind", new { id }, cancellationToken);
            return await decider.Decide(Statement.Fold, id, latest => latest.Close(now, mark, Of(counts, EndorserKind.Organisation), Of(counts, EndorserKind.Individual)), cancellationToken);
        }

        private async Task Lapse(Guid id, int version, DateTimeOffset at, CancellationToken ct)
        {
            var silent = await tables.Query<Silent>(
                "select id from advocacy.sign_ons where statement_id = @id and stage in ('Live', 'Held') and version < @version order by id", new { id, version }, ct);
            await decider.DecideAll(SignOn.Fold, [.. silent.Select(row => (row.Id, (Func<SignOn, Decision<SignOnEvent>>)(signOn => signOn.Lapse(version, at))))], trial: false, ct);
        }

        private static int Of(IReadOnlyList<Counted> counts, EndorserKind kind) => counts.Where(count => count.Kind == kind.ToString()).Sum(count => count.Count);
    }
}
