using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A recommendation was put to its authority once more: at a dialogue, at a forum, or both.</summary>
[Allow(Role.Coordinator)]
public sealed record PresentRecommendation(Guid RecommendationId, RecommendationPresented Presented) : ICommand
{
    internal sealed class Handler(Decider decider, KnownThings known) : IRequestHandler<PresentRecommendation, Answer>
    {
        public async Task<Answer> Handle(PresentRecommendation command, CancellationToken cancellationToken)
        {
            if (await known.WhyNot(command.Presented, cancellationToken) is { } unknown) return unknown;
            return await decider.Decide(Recommendation.Fold, command.RecommendationId, recommendation => recommendation.Present(command.Presented), cancellationToken);
        }
    }
}
