using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>An invalidation was a mistake: the endorser may sign again.</summary>
[Allow(Role.Coordinator)]
public sealed record ReadmitSignOn(Guid SignOnId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<ReadmitSignOn, Answer>
    {
        public Task<Answer> Handle(ReadmitSignOn command, CancellationToken cancellationToken) => decider.Decide(
            SignOn.Fold, command.SignOnId, signOn => signOn.Readmit(current.AccountId, command.Reason), cancellationToken);
    }
}
