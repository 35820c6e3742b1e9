using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator takes an alert that was put away back into the list.</summary>
[Allow(Role.Coordinator)]
public sealed record UnarchiveAlert(Guid AlertId) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<UnarchiveAlert, Answer>
    {
        public Task<Answer> Handle(UnarchiveAlert command, CancellationToken cancellationToken) =>
            decider.Decide(Alert.Fold, command.AlertId, alert => alert.Unarchive(current.AccountId), cancellationToken);
    }
}
