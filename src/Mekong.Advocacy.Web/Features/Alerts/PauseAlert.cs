using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator stops a running campaign; what is being handed over at this moment still leaves.</summary>
[Allow(Role.Coordinator)]
public sealed record PauseAlert(Guid AlertId) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<PauseAlert, Answer>
    {
        public Task<Answer> Handle(PauseAlert command, CancellationToken cancellationToken) =>
            decider.Decide(Alert.Fold, command.AlertId, alert => alert.Pause(PauseReason.Person, detail: null), cancellationToken);
    }
}
