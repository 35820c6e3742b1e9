using System.Globalization;
using Mekong.Advocacy.Web.Features.Alerts.Reporting;
using Mekong.Advocacy.Web.Features.Dialogues;

namespace Mekong.Advocacy.Web.Features.Tracker;

/// <summary>The tracker for spreadsheets: a line for each promise, and one for each ask to which nobody has promised anything.</summary>
internal static class TrackerCsv
{
    public static byte[] Of(TrackerView view, string language, Uri site)
    {
        var asked = view.Recommendations.ToDictionary(one => one.Row.Id);
        string Labels(CommitmentRow row) => string.Join(' ', row.RecommendationIds.Where(asked.ContainsKey).Select(id => asked[id].Row.Label()));
        string Address(string path) => new Uri(site, $"/{language}/tracker/{path}").AbsoluteUri;
        return ReportCsv.Of([
            ["commitment", "recommendations", "country", "authority", "post", "said", "language", "made_on", "strength", "due_on", "due_before", "status", "status_since", "source", "address"],
            .. view.Commitments.Select(one => (object?[])[
                one.Row.Label(), Labels(one.Row), one.Authority.Country, one.Authority.Name(language).Text, one.Post?.Title(language).Text, one.Row.Words, one.Row.Language,
                Day(one.Row.MadeOn), one.Row.Strength, Day(one.Row.DueOn), one.Forum?.Name(language).Text, one.Status, Day(DateOnly.FromDateTime(one.Row.StatusSince.UtcDateTime)),
                one.Row.SourceUrl, Address($"c/{one.Row.Number}")]),
            .. view.Recommendations.Where(one => !view.Answering(one.Row.Id).Any()).Select(one => (object?[])[
                null, one.Row.Label(), one.Authority.Country, one.Authority.Name(language).Text, one.Post?.Title(language).Text, null, null, null, null, null, null, null, null, null,
                Address($"r/{one.Row.Number}")]),
        ]);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
