using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator changes an alert that has not begun to leave. Changing what was approved voids the approval.</summary>
[Allow(Role.Coordinator)]
public sealed record EditAlert(Guid AlertId, AlertContent Content) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<EditAlert, Answer>
    {
        public Task<Answer> Handle(EditAlert command, CancellationToken cancellationToken) =>
            decider.Decide(Alert.Fold, command.AlertId, alert => alert.Edit(current.AccountId, command.Content), cancellationToken);
    }

    internal sealed class Validator : ContentValidator<EditAlert>
    {
        public Validator() : base(command => ContentRules.FaultsOf(command.Content)) { }
    }
}
