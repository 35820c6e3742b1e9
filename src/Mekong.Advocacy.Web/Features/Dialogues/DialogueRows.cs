using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A dialogue as lists and calendars see it.</summary>
/// <param name="Reason">Why it was moved last, put off or cancelled.</param>
/// <param name="Revision">How often it has been changed, for calendars.</param>
public sealed record DialogueRow(
    Guid Id, DialogueStage Stage, DialogueKind Kind, string[] TitleLanguages, string[] Titles, DateTimeOffset BeginsAt, DateTimeOffset EndsAt, string Zone, string Country,
    string Place, Guid? HostId, Guid[] AuthorityIds, Guid[] PostIds, Guid[] OrganisationIds, Attribution Attribution, Guid? ForumId, string? Reason, int Revision,
    DateTimeOffset PlannedAt, DateTimeOffset ChangedAt, DateTimeOffset? HeldAt = null, DateTimeOffset? MinutedAt = null, DateTimeOffset? ClosedAt = null);

/// <summary>One row per dialogue, right the moment a command returns.</summary>
internal sealed class DialogueRows : Projection<DialogueRow>
{
    public const string Prefix = "dialogue-";

    public override string Table => "advocacy.dialogues";

    public override string? KeyOf(Recorded happened) => happened.Event is DialogueEvent ? happened.Stream[Prefix.Length..] : null;

    public override DialogueRow? Apply(DialogueRow? row, Recorded happened) =>
        Next(row, happened) is { } next ? next with { Revision = row is null ? 0 : row.Revision + 1, ChangedAt = happened.At } : null;

    private static DialogueRow? Next(DialogueRow? row, Recorded happened) => happened.Event switch
    {
        DialoguePlanned e => Describe(new DialogueRow(
            Guid.Parse(happened.Stream[Prefix.Length..]), DialogueStage.Planned, default, [], [], default, default, "", "", "", null, [], [], [], default, null, null, 0, happened.At,
            happened.At), e.Content),
        DialogueDescribed e => Describe(row!, e.Content),
        DialogueConfirmed => row! with { Stage = DialogueStage.Confirmed },
        DialogueMoved e => row! with
        {
            Stage = DialogueStage.Planned,
            BeginsAt = e.Time.Begins,
            EndsAt = e.Time.Ends,
            Zone = e.Time.Zone,
            Country = e.Country,
            Place = e.Place,
            Reason = e.Reason,
        },
        DialoguePostponed e => row! with { Stage = DialogueStage.Postponed, Reason = e.Reason },
        DialogueCancelled e => row! with { Stage = DialogueStage.Cancelled, Reason = e.Reason },
        DialogueHeld => row! with { Stage = DialogueStage.Held, HeldAt = happened.At },
        DialogueMinuted => row! with { Stage = DialogueStage.Minuted, MinutedAt = row.MinutedAt ?? happened.At },
        DialogueClosed => row! with { Stage = DialogueStage.Closed, ClosedAt = happened.At },
        _ => row,
    };

    private static DialogueRow Describe(DialogueRow row, DialogueContent content) => row with
    {
        Kind = content.Kind,
        TitleLanguages = RowWordings.Split(content.Titles).Languages,
        Titles = RowWordings.Split(content.Titles).Texts,
        BeginsAt = content.Time.Begins,
        EndsAt = content.Time.Ends,
        Zone = content.Time.Zone,
        Country = content.Country,
        Place = content.Place,
        HostId = content.HostId,
        AuthorityIds = [.. content.Authorities.Select(one => one.AuthorityId).Distinct()],
        PostIds = [.. content.Authorities.Select(one => one.PostId).OfType<Guid>().Distinct()],
        OrganisationIds = [.. content.Organisations],
        Attribution = content.Attribution,
        ForumId = content.ForumId,
    };
}
