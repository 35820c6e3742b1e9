using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>How much of an endorser is public. The office may take exposure away; only the organisation itself may ask for more.</summary>
[Allow(Role.Coordinator, Role.Member)]
public sealed record ShowSignOn(Guid SignOnId, Display Display) : ICommand
{
    internal sealed class Handler(Decider decider, FocalPoints officers, CurrentActor current) : IRequestHandler<ShowSignOn, Answer>
    {
        public async Task<Answer> Handle(ShowSignOn command, CancellationToken cancellationToken)
        {
            var (signOn, _) = await decider.Load(SignOn.Fold, command.SignOnId, cancellationToken);
            if (signOn.Last is not { } signed) return SignOnRefusals.NoSuchSignOn;
            var officer = await officers.ByAccount(current.AccountId, signed.EndorserId, cancellationToken);
            if (officer is null && !current.Actor.IsOfTheSecretariat) return SignOnRefusals.NoMandate;
            return await decider.Decide(SignOn.Fold, command.SignOnId, latest => latest.Show(command.Display, officer?.Id), cancellationToken);
        }
    }
}
