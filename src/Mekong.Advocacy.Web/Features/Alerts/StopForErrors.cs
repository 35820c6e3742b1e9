using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>The platform pauses a campaign because too many of its messages fail; a person looks before it goes on.</summary>
public sealed record StopForErrors(Guid AlertId, string Detail) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<StopForErrors, Answer>
    {
        public Task<Answer> Handle(StopForErrors command, CancellationToken cancellationToken) =>
            decider.Decide(Alert.Fold, command.AlertId, alert => alert.Pause(PauseReason.TooManyErrors, command.Detail), cancellationToken);
    }
}
