using System.Globalization;
using Mekong.Advocacy.Web.Features.Alerts.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Tracker;

/// <summary>What was presented, committed, kept, broken and overdue, per country and year, with what stands behind each number.</summary>
public sealed class ReportModel(FunderFigures figures, TimeProvider clock) : PageModel
{
    public IReadOnlyList<FunderRow> Rows { get; private set; } = [];

    public TrackerView View { get; private set; } = null!;

    public IReadOnlyList<FunderPresentation> Presentations { get; private set; } = [];

    public DateTimeOffset Made { get; } = clock.GetUtcNow();

    public string Language => CultureInfo.CurrentUICulture.Name;

    public async Task OnGetAsync(CancellationToken ct) => (Rows, View, Presentations) = await figures.Read(ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        var (rows, _, _) = await figures.Read(ct);
        return File(ReportCsv.Of([
            ["country", "year", "presented", "committed", "kept", "broken", "overdue"],
            .. rows.Select(row => (object?[])[row.Country, row.Year, row.Presented, row.Committed, row.Kept, row.Broken, row.Overdue]),
        ]), ReportCsv.Type, "dialogues.csv");
    }

    /// <summary>Where the events behind a number stand on this page.</summary>
    public static string Anchor(FunderRow row, FunderColumn column) => string.Create(CultureInfo.InvariantCulture, $"{row.Country}-{row.Year}-{column}").ToLowerInvariant();
}
