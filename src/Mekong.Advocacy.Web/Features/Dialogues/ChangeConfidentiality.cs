using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A commitment is taken off the public pages, or put onto them.</summary>
[Allow(Role.Coordinator)]
public sealed record ChangeConfidentiality(Guid CommitmentId, bool Confidential, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider, KnownThings known) : IRequestHandler<ChangeConfidentiality, Answer>
    {
        public async Task<Answer> Handle(ChangeConfidentiality command, CancellationToken cancellationToken)
        {
            var (was, _) = await decider.Load(Commitment.Fold, command.CommitmentId, cancellationToken);
            var rule = was.Content is { } content && await known.HoldsHouseRule(content.DialogueId, content.Source.Kind, cancellationToken);
            return await decider.Decide(
                Commitment.Fold, command.CommitmentId, commitment => commitment.ChangeConfidentiality(command.Confidential, rule, command.Reason), cancellationToken);
        }
    }
}
