using MediatR;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>A coordinator writes a step anew: other words, another owner, another day.</summary>
[Allow(Role.Coordinator)]
public sealed record DescribeFollowUp(Guid FollowUpId, FollowUpContent Content) : ICommand
{
    internal sealed class Handler(Decider decider, CurrentActor current, DueDays days, FollowUpFacts facts, TimeProvider clock) : IRequestHandler<DescribeFollowUp, Answer>
    {
        public async Task<Answer> Handle(DescribeFollowUp command, CancellationToken cancellationToken)
        {
            var (day, fault) = await days.Of(command.Content, cancellationToken);
            if ((fault ?? await facts.FaultOf(command.Content, cancellationToken)) is { } refused) return refused;
            return await decider.Decide(
                FollowUp.Fold, command.FollowUpId, step => step.Describe(current.AccountId, command.Content, day, clock.GetUtcNow()), cancellationToken);
        }
    }
}
