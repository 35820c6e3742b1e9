using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A recommendation as lists and the tracker see it.</summary>
public sealed record RecommendationRow(
    Guid Id, int Number, RecommendationStage Stage, string[] TitleLanguages, string[] Titles, string[] TextLanguages, string[] Texts, Guid AuthorityId, Guid? PostId, int Presented,
    DateOnly? FirstPresentedOn, DateOnly? LastPresentedOn, DateTimeOffset MadeAt, DateTimeOffset ChangedAt);

/// <summary>One row per recommendation.</summary>
internal sealed class RecommendationRows : Projection<RecommendationRow>
{
    public const string Prefix = "recommendation-";

    public override string Table => "advocacy.recommendations";

    public override string? KeyOf(Recorded happened) => happened.Event is RecommendationEvent ? happened.Stream[Prefix.Length..] : null;

    public override RecommendationRow? Apply(RecommendationRow? row, Recorded happened) =>
        Next(row, happened) is { } next ? next with { ChangedAt = happened.At } : null;

    private static RecommendationRow? Next(RecommendationRow? row, Recorded happened) => happened.Event switch
    {
        RecommendationMade e => Describe(new RecommendationRow(
            Guid.Parse(happened.Stream[Prefix.Length..]), e.Number, RecommendationStage.Made, [], [], [], [], default, null, 0, null, null, happened.At, happened.At), e.Content),
        RecommendationEdited e => Describe(row!, e.Content),
        RecommendationPresented e => row! with
        {
            Stage = RecommendationStage.Presented,
            Presented = row.Presented + 1,
            FirstPresentedOn = row.FirstPresentedOn < e.On ? row.FirstPresentedOn : e.On,
            LastPresentedOn = row.LastPresentedOn > e.On ? row.LastPresentedOn : e.On,
        },
        RecommendationClosed => row! with { Stage = RecommendationStage.Closed },
        _ => row,
    };

    private static RecommendationRow Describe(RecommendationRow row, RecommendationContent content) => row with
    {
        TitleLanguages = RowWordings.Split(content.Titles).Languages,
        Titles = RowWordings.Split(content.Titles).Texts,
        TextLanguages = RowWordings.Split(content.Texts).Languages,
        Texts = RowWordings.Split(content.Texts).Texts,
        AuthorityId = content.AuthorityId,
        PostId = content.PostId,
    };
}
