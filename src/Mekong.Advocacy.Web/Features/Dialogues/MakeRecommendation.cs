using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A coordinator writes down what is asked of an authority; it gets the next number.</summary>
[Allow(Role.Coordinator)]
public sealed record MakeRecommendation(Guid RecommendationId, RecommendationContent Content) : ICommand
{
    internal sealed class Handler(Decider decider, KnownThings known, ITables tables) : IRequestHandler<MakeRecommendation, Answer>
    {
        public async Task<Answer> Handle(MakeRecommendation command, CancellationToken cancellationToken)
        {
            if (command.Content.Tidy().Faults().FirstOrDefault() is { } fault) return fault;
            if (await known.WhyNot(command.Content, cancellationToken) is { } unknown) return unknown;
            var number = await tables.Query<int>("select nextval('advocacy.recommendation_numbers')::int", null, cancellationToken);
            return await decider.Decide(Recommendation.Fold, command.RecommendationId, recommendation => recommendation.Make(number[0], command.Content), cancellationToken);
        }
    }
}
