using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A second person answers for exactly this content. Nobody approves what they wrote any part of.</summary>
/// <param name="ContentHash">Of what the approver has read.</param>
[Allow(Role.Approver)]
public sealed record ApproveAlert(Guid AlertId, string ContentHash) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<ApproveAlert, Answer>
    {
        public Task<Answer> Handle(ApproveAlert command, CancellationToken cancellationToken) =>
            decider.Decide(Alert.Fold, command.AlertId,
                alert => alert.Approve(current.AccountId, command.ContentHash.Trim().ToLowerInvariant()), cancellationToken);
    }
}
