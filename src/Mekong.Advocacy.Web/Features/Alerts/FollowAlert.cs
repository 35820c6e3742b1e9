using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>
/// A coordinator begins an alert that hangs on an earlier one: a correction or a cancellation for those who received it, or the same
/// again for those it did not reach.
/// </summary>
[Allow(Role.Coordinator)]
public sealed record FollowAlert(Guid AlertId, RelationKind Kind, Guid NewId, string Name) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, CorrectionPrefixes prefixes) : IRequestHandler<FollowAlert, Answer>
    {
        public async Task<Answer> Handle(FollowAlert command, CancellationToken cancellationToken)
        {
            var (earlier, _) = await decider.Load(Alert.Fold, command.AlertId, cancellationToken);
            if (FollowUp.Fault(earlier, command.Kind) is { } fault) return fault;
            var content = FollowUp.Of(command.AlertId, earlier.Content!, command.Kind, command.Name, prefixes.For(command.Kind));
            return await decider.Decide(Alert.Fold, command.NewId, alert => alert.Draft(current.AccountId, content), cancellationToken);
        }
    }
}
