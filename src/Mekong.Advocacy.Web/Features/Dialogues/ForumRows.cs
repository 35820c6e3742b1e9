using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A forum as lists see it.</summary>
/// <param name="FirstBeginsOn">As it was planned at first.</param>
/// <param name="Reason">Why it was moved last, or cancelled.</param>
/// <param name="Revision">How often it has been changed, for calendars.</param>
public sealed record ForumRow(
    Guid Id, ForumStage Stage, string[] NameLanguages, string[] Names, string Country, string City, string Zone, DateOnly BeginsOn, DateOnly EndsOn, DateOnly FirstBeginsOn,
    string? Reason, int Revision, DateTimeOffset PlannedAt, DateTimeOffset ChangedAt);

/// <summary>One row per forum.</summary>
internal sealed class ForumRows : Projection<ForumRow>
{
    public const string Prefix = "forum-";

    public override string Table => "advocacy.forums";

    public override string? KeyOf(Recorded happened) => happened.Event is ForumEvent ? happened.Stream[Prefix.Length..] : null;

    public override ForumRow? Apply(ForumRow? row, Recorded happened) =>
        Next(row, happened) is { } next ? next with { Revision = row is null ? 0 : row.Revision + 1, ChangedAt = happened.At } : null;

    private static ForumRow? Next(ForumRow? row, Recorded happened) => happened.Event switch
    {
        ForumPlanned e => new ForumRow(
            Guid.Parse(happened.Stream[Prefix.Length..]), ForumStage.Planned, RowWordings.Split(e.Names).Languages, RowWordings.Split(e.Names).Texts, e.Country, e.City, e.Zone,
            e.From, e.Until, e.From, null, 0, happened.At, happened.At),
        ForumRenamed e => row! with { NameLanguages = RowWordings.Split(e.Names).Languages, Names = RowWordings.Split(e.Names).Texts },
        ForumMoved e => row! with { BeginsOn = e.From, EndsOn = e.Until, City = e.City, Reason = e.Reason },
        ForumCancelled e => row! with { Stage = ForumStage.Cancelled, Reason = e.Reason },
        _ => row,
    };
}
