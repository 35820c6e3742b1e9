using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>False sign-ons are taken off the list, one or a batch, with the reason; the register keeps both acts.</summary>
[Allow(Role.Coordinator)]
public sealed record InvalidateSignOns(IReadOnlyList<Guid> SignOnIds, Guid BatchId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, TimeProvider clock) : IRequestHandler<InvalidateSignOns, Answer>
    {
        public async Task<Answer> Handle(InvalidateSignOns command, CancellationToken cancellationToken)
        {
            if (string.IsNullOrWhiteSpace(command.Reason)) return SignOnRefusals.NeedsReason;
            await decider.DecideAll(SignOn.Fold, [.. command.SignOnIds.Distinct().Select(id => (id, (Func<SignOn, Decision<SignOnEvent>>)(signOn =>
                signOn.Invalidate(current.AccountId, command.BatchId, command.Reason, clock.GetUtcNow()))))], trial: false, cancellationToken);
            return Answer.Done;
        }
    }
}
