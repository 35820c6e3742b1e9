using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Features.Templates;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A second person answers for exactly this content. Nobody approves what they wrote any part of.</summary>
/// <param name="ContentHash">Of what the approver has read.</param>
/// <param name="FrameSeen">The last change in the library of what stands around alerts, when the approver read it; null: not said.</param>
[Allow(Role.Approver)]
public sealed record ApproveAlert(Guid AlertId, string ContentHash, long? FrameSeen = null) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, TemplateVersions templates) : IRequestHandler<ApproveAlert, Answer>
    {
        public async Task<Answer> Handle(ApproveAlert command, CancellationToken cancellationToken)
        {
            if (command.FrameSeen is { } seen && await templates.NewestFrame(cancellationToken) > seen) return AlertRefusals.LibraryHasMoved;
            return await decider.Decide(Alert.Fold, command.AlertId,
                alert => alert.Approve(current.AccountId, command.ContentHash.Trim().ToLowerInvariant()), cancellationToken);
        }
    }
}
