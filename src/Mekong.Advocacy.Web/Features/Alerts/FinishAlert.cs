using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Closes a campaign once every row of its ledger has met its fate.</summary>
public sealed record FinishAlert(Guid AlertId) : ICommand
{
    internal sealed class Handler(Decider decider, DeliveryCounts counting) : IRequestHandler<FinishAlert, Answer>
    {
        public async Task<Answer> Handle(FinishAlert command, CancellationToken cancellationToken)
        {
            var counts = await counting.Of(command.AlertId, cancellationToken);
            if (counts.Open > 0) return Answer.Done;
            return await decider.Decide(Alert.Fold, command.AlertId,
                alert => alert.Finish(new AlertFinished(counts.Sent, counts.Failed, counts.Suppressed, counts.Expired)), cancellationToken);
        }
    }
}
