using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>One time that a recommendation was put to its authority.</summary>
/// <param name="OrganisationId">Whose voice it was; null: the network's.</param>
public sealed record PresentationRow(
    Guid Id, Guid RecommendationId, Guid? DialogueId, Guid? ForumId, DateOnly PresentedOn, Guid? OrganisationId, DateTimeOffset RecordedAt);

/// <summary>One row per presentation.</summary>
internal sealed class PresentationRows : Projection<PresentationRow>
{
    public override string Table => "advocacy.presentations";

    public override string? KeyOf(Recorded happened) => happened.Event is RecommendationPresented e ? e.PresentationId.ToString() : null;

    public override PresentationRow? Apply(PresentationRow? row, Recorded happened) => happened.Event is RecommendationPresented e
        ? new PresentationRow(e.PresentationId, Guid.Parse(happened.Stream[RecommendationRows.Prefix.Length..]), e.DialogueId, e.ForumId, e.On, e.OrganisationId, happened.At)
        : row;
}
