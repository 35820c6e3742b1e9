using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>An approver says no, and why: the alert is a draft again, and its authors are told.</summary>
/// <param name="ContentHash">Of what the approver has read.</param>
[Allow(Role.Approver)]
public sealed record SendBackAlert(Guid AlertId, string ContentHash, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<SendBackAlert, Answer>
    {
        public Task<Answer> Handle(SendBackAlert command, CancellationToken cancellationToken) =>
            decider.Decide(Alert.Fold, command.AlertId,
                alert => alert.SendBack(current.AccountId, command.ContentHash.Trim().ToLowerInvariant(), command.Reason), cancellationToken);
    }
}
