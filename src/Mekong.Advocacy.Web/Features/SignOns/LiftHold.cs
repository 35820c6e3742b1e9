using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>The office has spoken with the organisation: the sign-on stands.</summary>
[Allow(Role.Coordinator)]
public sealed record LiftHold(Guid SignOnId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current) : IRequestHandler<LiftHold, Answer>
    {
        public Task<Answer> Handle(LiftHold command, CancellationToken cancellationToken) => decider.Decide(
            SignOn.Fold, command.SignOnId, signOn => signOn.LiftHold(current.AccountId, command.Reason), cancellationToken);
    }
}
