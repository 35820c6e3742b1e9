using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>All recommendations, the latest first.</summary>
public sealed class RecommendationsModel(IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock, DialogueReads reads)
    : ListPage<RecommendationRow>(mediator, words, directory, clock)
{
    [BindProperty(SupportsGet = true)] public RecommendationStage? Stage { get; set; }

    protected override (string Field, string? Chosen) Standing => ("stage", Stage?.ToString());

    protected override string Room => "recommendations";

    protected override Task<IReadOnlyList<RecommendationRow>> Read(string? country, int skip, int most, CancellationToken ct) =>
        reads.Recommendations(new(Stage, country, Authority, skip, most), ct);
}
