using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>Who asked to sign is not who they say; it was never counted.</summary>
[Allow(Role.Coordinator)]
public sealed record RefuseOffer(Guid SignOnId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<RefuseOffer, Answer>
    {
        public Task<Answer> Handle(RefuseOffer command, CancellationToken cancellationToken) => decider.Decide(
            SignOn.Fold, command.SignOnId, signOn => signOn.RefuseOffer(current.AccountId, command.Reason), cancellationToken);
    }
}
