using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>At the hour: freezes the audience into the ledger and lets the senders begin. Safe to run twice.</summary>
public sealed record BeginSending(Guid AlertId) : ICommand
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(1);

    internal sealed class Handler(Decider decider, FrozenAudience audience, Starts starts, TimeProvider clock) : IRequestHandler<BeginSending, Answer>
    {
        public async Task<Answer> Handle(BeginSending command, CancellationToken cancellationToken)
        {
            var (alert, _) = await decider.Load(Alert.Fold, command.AlertId, cancellationToken);
            // A scheduler may wake some milliseconds early, and its job does not come again.
            while (alert.Stage == AlertStage.Scheduled && alert.At - clock.GetUtcNow() is { Ticks: > 0 } early && early < Early) await Task.Delay(early, clock, cancellationToken);
            var now = clock.GetUtcNow();
            if (alert.StartSending(0, now).Events.Count == 0) return Answer.Done; // moved, cancelled, or already under way
            var size = await audience.Freeze(command.AlertId, alert.Content!, now, cancellationToken);
            var answer = await decider.Decide(Alert.Fold, command.AlertId, latest =>
                latest.Content!.Hash == alert.Content!.Hash ? latest.StartSending(size, now) : Domain.Kernel.Decision<AlertEvent>.Nothing, cancellationToken);
            starts.Tell();
            return answer;
        }
    }
}
