using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator puts an alert that is over out of sight. Nothing of it is lost.</summary>
[Allow(Role.Coordinator)]
public sealed record ArchiveAlert(Guid AlertId) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<ArchiveAlert, Answer>
    {
        public Task<Answer> Handle(ArchiveAlert command, CancellationToken cancellationToken) =>
            decider.Decide(Alert.Fold, command.AlertId, alert => alert.Archive(current.AccountId), cancellationToken);
    }
}
