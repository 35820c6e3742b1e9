using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A recommendation is not asked for any more.</summary>
[Allow(Role.Coordinator)]
public sealed record CloseRecommendation(Guid RecommendationId, string Reason) : ICommand
{
    internal sealed class Handler(Decider decider) : IRequestHandler<CloseRecommendation, Answer>
    {
        public Task<Answer> Handle(CloseRecommendation command, CancellationToken cancellationToken) => decider.Decide(
            Recommendation.Fold, command.RecommendationId, recommendation => recommendation.Close(command.Reason), cancellationToken);
    }
}
