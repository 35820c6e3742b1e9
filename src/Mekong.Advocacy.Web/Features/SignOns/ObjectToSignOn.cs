using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>A second officer of the same organisation objects: the sign-on is held, not overwritten.</summary>
[Allow(Role.Member)]
public sealed record ObjectToSignOn(Guid SignOnId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider, FocalPoints officers, CurrentActor current, TimeProvider clock) : IRequestHandler<ObjectToSignOn, Answer>
    {
        public async Task<Answer> Handle(ObjectToSignOn command, CancellationToken cancellationToken)
        {
            var (signOn, _) = await decider.Load(SignOn.Fold, command.SignOnId, cancellationToken);
            if (signOn.Last is not { } signed) return SignOnRefusals.NoSuchSignOn;
            return await officers.ByAccount(current.AccountId, signed.EndorserId, cancellationToken) is not { } officer ? SignOnRefusals.NoMandate
                : await decider.Decide(SignOn.Fold, command.SignOnId, latest => latest.Hold(officer.Id, command.Reason, clock.GetUtcNow()), cancellationToken);
        }
    }
}
