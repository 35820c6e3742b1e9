using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator begins an alert.</summary>
[Allow(Role.Coordinator)]
public sealed record DraftAlert(Guid AlertId, AlertContent Content) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<DraftAlert, Answer>
    {
        public Task<Answer> Handle(DraftAlert command, CancellationToken cancellationToken) =>
            decider.Decide(Alert.Fold, command.AlertId, alert => alert.Draft(current.AccountId, command.Content), cancellationToken);
    }

    internal sealed class Validator : ContentValidator<DraftAlert>
    {
        public Validator() : base(command => ContentRules.FaultsOf(command.Content)) { }
    }
}
