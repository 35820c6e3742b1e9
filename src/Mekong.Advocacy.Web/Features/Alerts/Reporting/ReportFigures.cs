using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Features.Alerts.Reporting;

/// <summary>So many messages of a kind.</summary>
public sealed record ReportCount(string Channel, string Country, string? Language, string State, string? Reason, long Count, long Delivered)
{
    internal static Task<IReadOnlyList<ReportCount>> Of(ITables tables, Guid alertId, CancellationToken ct) => tables.Query<ReportCount>("""
        select channel, country, language, case when state = 'attempted' then 'queued' else state end as state, reason, count(*) as count, count(delivered_at) as delivered
        from advocacy.deliveries where alert_id = @alertId group by 1, 2, 3, 4, 5
        """, new { alertId }, ct);
}

/// <summary>One line of a table: the outcomes in the order of <see cref="ReportFigures.States"/>, and last their sum. Null is hidden.</summary>
/// <param name="Key">A language, a country or a channel; null: readers for whom there was no text.</param>
public sealed record OutcomeRow(string? Key, IReadOnlyList<long?> Cells);

/// <summary>How many met an outcome for one reason.</summary>
public sealed record ReasonRow(string State, string? Reason, long? Count);

/// <summary>Every number of a report. The same numbers go into its pictures, tables, files and JSON.</summary>
public sealed record ReportFigures(
    OutcomeRow Overall, long? Writable, long? Delivered,
    IReadOnlyList<OutcomeRow> Languages, IReadOnlyList<OutcomeRow> Countries, IReadOnlyList<OutcomeRow> Channels,
    IReadOnlyList<ReasonRow> Reasons, bool HidesAny)
{
    public static readonly IReadOnlyList<string> States =
        [DeliveryState.Sent, DeliveryState.Failed, DeliveryState.Suppressed, DeliveryState.Expired, DeliveryState.Queued];

    /// <param name="hide">For everybody outside the secretariat.</param>
    public static ReportFigures Of(IReadOnlyList<ReportCount> rows, bool hide)
    {
        var sheet = new Sheet();
        var overall = States.Select(state => sheet.Add(rows.Where(row => row.State == state).Sum(row => row.Count))).ToArray();
        var audience = sheet.Add(rows.Sum(row => row.Count));
        sheet.Line(overall, audience);
        var writable = sheet.Add(rows.Where(row => row.State != DeliveryState.Suppressed).Sum(row => row.Count));
        sheet.Line([writable, overall[2]], audience);
        var sent = rows.Where(row => row.State == DeliveryState.Sent).ToList();
        var delivered = sheet.Add(sent.Sum(row => row.Delivered));
        sheet.Line([delivered, sheet.Add(sent.Sum(row => row.Count - row.Delivered))], overall[0]);
        var languages = Table(row => row.Language, Language.All);
        var countries = Table(row => row.Country, Country.All);
        var channels = Table(row => row.Channel, Domain.Alerts.Channel.All);
        var reasons = States.SkipLast(1).SelectMany((state, i) =>
        {
            var own = rows.Where(row => row.State == state).GroupBy(row => row.Reason)
                .Select(group => (state, reason: group.Key, count: group.Sum(row => row.Count))).OrderByDescending(entry => entry.count)
                .Select(entry => (entry.state, entry.reason, place: sheet.Add(entry.count))).ToList();
            sheet.Line(own.Select(entry => entry.place), overall[i]);
            return own;
        }).ToList();
        if (hide) sheet.Hide();
        return new ReportFigures(
            Row(null, [.. overall, audience]), sheet[writable], sheet[delivered],
            [.. languages.Select(row => Row(row.Key, row.Places))], [.. countries.Select(row => Row(row.Key, row.Places))], [.. channels.Select(row => Row(row.Key, row.Places))],
            [.. reasons.Where(entry => entry.reason is not null).Select(entry => new ReasonRow(entry.state, entry.reason, sheet[entry.place]))],
            sheet.HidesAny);

        OutcomeRow Row(string? key, int[] places) => new(key, [.. places.Select(place => sheet[place])]);

        List<(string? Key, int[] Places)> Table(Func<ReportCount, string?> kind, IReadOnlyList<string> order)
        {
            var table = rows.GroupBy(kind).OrderBy(group => Rank(group.Key, order)).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group =>
            {
                var cells = States.Select(state => sheet.Add(group.Where(row => row.State == state).Sum(row => row.Count))).ToArray();
                var sum = sheet.Add(group.Sum(row => row.Count));
                sheet.Line(cells, sum);
                return (group.Key, Places: (int[])[.. cells, sum]);
            }).ToList();
            if (table.Count == 0) return table;
            for (var i = 0; i < States.Count; i++) sheet.Line(table.Select(row => row.Places[i]), overall[i]);
            sheet.Line(table.Select(row => row.Places[^1]), audience);
            return table;
        }
    }

    private static int Rank(string? key, IReadOnlyList<string> order) => order.ToList().IndexOf(key ?? "") is >= 0 and var known ? known : order.Count;
}
