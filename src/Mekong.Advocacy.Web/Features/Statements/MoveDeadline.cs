using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>Signing may go on for longer, never shorter: somebody relies on the hour that was published.</summary>
/// <param name="ClosesAt">Local time in the statement's zone.</param>
[Allow(Role.Coordinator)]
public sealed record MoveDeadline(Guid StatementId, string ClosesAt, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, TimeProvider clock) : IRequestHandler<MoveDeadline, Answer>
    {
        public async Task<Answer> Handle(MoveDeadline command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var (read, _) = await decider.Load(Statement.Fold, command.StatementId, cancellationToken);
            if (read.Window is null) return read.Stage == StatementStage.Unwritten ? StatementRefusals.NoSuchStatement : StatementRefusals.NeedsWindow;
            var (hour, refusal) = LocalHour.Parse(command.ClosesAt, read.Window.Zone, now);
            if (refusal is not null) return refusal with { Field = "closesAt" };
            return await decider.Decide(Statement.Fold, command.StatementId,
                statement => statement.MoveDeadline(current.AccountId, hour!.At, command.Reason, now), cancellationToken);
        }
    }
}
