using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator lets a paused campaign go on where it stopped.</summary>
[Allow(Role.Coordinator)]
public sealed record ResumeAlert(Guid AlertId) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<ResumeAlert, Answer>
    {
        public Task<Answer> Handle(ResumeAlert command, CancellationToken cancellationToken) =>
            decider.Decide(Alert.Fold, command.AlertId, alert => alert.Resume(), cancellationToken);
    }
}
