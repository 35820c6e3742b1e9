using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator changes whom an alert goes to and leaves its texts as they are at that moment.</summary>
[Allow(Role.Coordinator)]
public sealed record EditAudience(Guid AlertId, Audience Audience, Fallback Fallback) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<EditAudience, Answer>
    {
        public Task<Answer> Handle(EditAudience command, CancellationToken cancellationToken) => decider.Decide(Alert.Fold, command.AlertId,
            alert => alert.Content is null ? AlertRefusals.NoSuchAlert
                : alert.Edit(current.AccountId, alert.Content with { Audience = command.Audience, Fallback = command.Fallback }), cancellationToken);
    }
}
