using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator ends an alert for good: whoever has not been written to will not be.</summary>
[Allow(Role.Coordinator)]
public sealed record CancelAlert(Guid AlertId) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<CancelAlert, Answer>
    {
        public Task<Answer> Handle(CancelAlert command, CancellationToken cancellationToken) =>
            decider.Decide(Alert.Fold, command.AlertId, alert => alert.Cancel(), cancellationToken);
    }
}
