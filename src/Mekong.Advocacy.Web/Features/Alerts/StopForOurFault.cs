using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>The platform pauses a campaign because the other side refuses us, not the recipients; the page says why.</summary>
public sealed record StopForOurFault(Guid AlertId, string Detail) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<StopForOurFault, Answer>
    {
        public Task<Answer> Handle(StopForOurFault command, CancellationToken cancellationToken) =>
            decider.Decide(Alert.Fold, command.AlertId, alert => alert.Pause(PauseReason.OurFault, command.Detail), cancellationToken);
    }
}
