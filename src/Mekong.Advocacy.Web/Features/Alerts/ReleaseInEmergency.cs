using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator lets an alert leave without a second person, and answers for it alone; every administrator is written to.</summary>
/// <param name="ContentHash">Of what the coordinator has read.</param>
[Allow(Role.Coordinator)]
public sealed record ReleaseInEmergency(Guid AlertId, string ContentHash, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<ReleaseInEmergency, Answer>
    {
        public Task<Answer> Handle(ReleaseInEmergency command, CancellationToken cancellationToken) =>
            decider.Decide(Alert.Fold, command.AlertId,
                alert => alert.ReleaseInEmergency(current.AccountId, command.ContentHash.Trim().ToLowerInvariant(), command.Reason), cancellationToken);
    }
}
