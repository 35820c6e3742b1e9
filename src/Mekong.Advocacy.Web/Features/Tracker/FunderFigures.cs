using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Tracker;

/// <summary>What a number counts.</summary>
public enum FunderColumn { Presented, Committed, Kept, Broken, Overdue }

/// <summary>One country in one year.</summary>
public sealed record FunderRow(string Country, int Year, int Presented, int Committed, int Kept, int Broken, int Overdue)
{
    public int Of(FunderColumn column) => column switch
    {
        FunderColumn.Presented => Presented,
        FunderColumn.Committed => Committed,
        FunderColumn.Kept => Kept,
        FunderColumn.Broken => Broken,
        _ => Overdue,
    };
}

/// <summary>One time that an ask was put to its authority, as it is counted.</summary>
public sealed record FunderPresentation(Guid RecommendationId, string Country, DateOnly PresentedOn);

/// <summary>Counts for funders: from the same rows that the public tracker shows, so that each number can be looked up there.</summary>
public sealed class FunderFigures(ITables tables, TrackerReads tracker)
{
    public async Task<(IReadOnlyList<FunderRow> Rows, TrackerView View, IReadOnlyList<FunderPresentation> Presentations)> Read(CancellationToken ct)
    {
        var view = await tracker.All(ct);
        var presentations = await tables.Query<FunderPresentation>("""
            select p.recommendation_id, a.country, p.presented_on from advocacy.presentations p
              join advocacy.recommendations r on r.id = p.recommendation_id join advocacy.authorities a on a.id = r.authority_id order by p.presented_on, p.id
            """, null, ct);
        return (Of(view, presentations), view, presentations);
    }

    /// <summary>Promises count in the year in which they were made, wherever they stand today.</summary>
    public static IReadOnlyList<FunderRow> Of(TrackerView view, IReadOnlyList<FunderPresentation> presentations) =>
    [
        .. view.Commitments.Select(one => (one.Row.Country, one.Row.MadeOn.Year)).Concat(presentations.Select(one => (one.Country, one.PresentedOn.Year))).Distinct()
            .OrderByDescending(key => key.Year).ThenBy(key => key.Country, StringComparer.Ordinal)
            .Select(key => new FunderRow(
                key.Country, key.Year, presentations.Count(one => (one.Country, one.PresentedOn.Year) == key),
                Promises(view, key.Country, key.Year, FunderColumn.Committed).Count(), Promises(view, key.Country, key.Year, FunderColumn.Kept).Count(),
                Promises(view, key.Country, key.Year, FunderColumn.Broken).Count(), Promises(view, key.Country, key.Year, FunderColumn.Overdue).Count())),
    ];

    /// <summary>The promises behind a number.</summary>
    public static IEnumerable<PublicCommitment> Promises(TrackerView view, string country, int year, FunderColumn column) =>
        view.Commitments.Where(one => one.Row.Country == country && one.Row.MadeOn.Year == year && Counts(one.Status, column));

    private static bool Counts(CommitmentStatus status, FunderColumn column) => column switch
    {
        FunderColumn.Committed => true,
        FunderColumn.Kept => status is CommitmentStatus.Kept or CommitmentStatus.PartlyKept,
        FunderColumn.Broken => status is CommitmentStatus.Broken,
        FunderColumn.Overdue => status is CommitmentStatus.Overdue,
        _ => false,
    };
}
