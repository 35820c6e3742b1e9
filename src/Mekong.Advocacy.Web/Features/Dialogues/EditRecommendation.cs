using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>What is asked is worded anew until it has been presented; translations and evidence may come later, too.</summary>
[Allow(Role.Coordinator)]
public sealed record EditRecommendation(Guid RecommendationId, RecommendationContent Content) : ICommand
{
    internal sealed class Handler(Decider decider, KnownThings known) : IRequestHandler<EditRecommendation, Answer>
    {
        public async Task<Answer> Handle(EditRecommendation command, CancellationToken cancellationToken)
        {
            if (await known.WhyNot(command.Content, cancellationToken) is { } unknown) return unknown;
            return await decider.Decide(Recommendation.Fold, command.RecommendationId, recommendation => recommendation.Edit(command.Content), cancellationToken);
        }
    }
}
