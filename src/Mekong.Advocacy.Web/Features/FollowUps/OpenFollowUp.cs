using MediatR;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>A coordinator writes a next step down, with its owner and the day on which it is due.</summary>
[Allow(Role.Coordinator)]
public sealed record OpenFollowUp(Guid FollowUpId, FollowUpContent Content) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, DueDays days, FollowUpFacts facts, TimeProvider clock) : IRequestHandler<OpenFollowUp, Answer>
    {
        public async Task<Answer> Handle(OpenFollowUp command, CancellationToken cancellationToken)
        {
            var (day, fault) = await days.Of(command.Content, cancellationToken);
            if ((fault ?? await facts.FaultOf(command.Content, cancellationToken)) is { } refused) return refused;
            return await decider.Decide(
                FollowUp.Fold, command.FollowUpId, step => step.Open(current.AccountId, command.Content, day, clock.GetUtcNow()), cancellationToken);
        }
    }
}
