using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Translations, source and the recommendations that it answers are put right. The words stand.</summary>
[Allow(Role.Coordinator)]
public sealed record DescribeCommitment(Guid CommitmentId, CommitmentContent Content) : ICommand
{
    internal sealed class Handler(Decider decider, KnownThings known) : IRequestHandler<DescribeCommitment, Answer>
    {
        public async Task<Answer> Handle(DescribeCommitment command, CancellationToken cancellationToken)
        {
            if (await known.WhyNot(command.Content, cancellationToken) is { } unknown) return unknown;
            var (was, _) = await decider.Load(Commitment.Fold, command.CommitmentId, cancellationToken);
            if (was.Content is { Confidential: false } && await known.HoldsHouseRule(command.Content.DialogueId, command.Content.Source.Kind, cancellationToken))
                return DialogueRefusals.HouseRuleIsConfidential;
            var content = command.Content with { HolderId = command.Content.HolderId ?? was.Content?.HolderId };
            return await decider.Decide(Commitment.Fold, command.CommitmentId, commitment => commitment.Describe(content), cancellationToken);
        }
    }
}
