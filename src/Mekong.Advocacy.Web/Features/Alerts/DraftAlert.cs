using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator begins an alert. One that follows an earlier alert needs that to have begun to leave.</summary>
[Allow(Role.Coordinator)]
public sealed record DraftAlert(Guid AlertId, AlertContent Content) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<DraftAlert, Answer>
    {
        public async Task<Answer> Handle(DraftAlert command, CancellationToken cancellationToken)
        {
            if (command.Content.Audience.Relation is { } relation)
            {
                var (earlier, _) = await decider.Load(Alert.Fold, relation.AlertId, cancellationToken);
                if (FollowUp.Fault(earlier, relation.Kind) is { } fault) return fault;
            }
            return await decider.Decide(Alert.Fold, command.AlertId, alert => alert.Draft(current.AccountId, command.Content), cancellationToken);
        }
    }

    internal sealed class Validator : ContentValidator<DraftAlert>
    {
        public Validator() : base(command => ContentRules.FaultsOf(command.Content)) { }
    }
}
