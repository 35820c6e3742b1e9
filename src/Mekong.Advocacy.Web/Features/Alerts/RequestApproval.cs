using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A coordinator says that the alert is ready for a second person's eyes.</summary>
[Allow(Role.Coordinator)]
public sealed record RequestApproval(Guid AlertId) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, MailSizes mails) : IRequestHandler<RequestApproval, Answer>
    {
        public async Task<Answer> Handle(RequestApproval command, CancellationToken cancellationToken)
        {
            var sizes = await mails.Now(cancellationToken);
            return await decider.Decide(Alert.Fold, command.AlertId, alert => alert.RequestApproval(current.AccountId, sizes(alert.Content)), cancellationToken);
        }
    }
}
