using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Alerts.Reporting;
using Mekong.Advocacy.Web.Features.Forecast;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>What became of every message, and who did what to the alert. Outside the secretariat: figures alone, the small ones hidden.</summary>
public sealed class ReportModel(IMediator mediator, IStringLocalizer<Words> words, ITables tables, AccountNames names, ActualCost costs)
    : WorkspacePage(mediator, words)
{
    public sealed record Trouble(long Id, string Channel, string? Reason, string? Reply);

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public AlertRow Alert { get; private set; } = null!;

    public ReportFigures Figures { get; private set; } = null!;

    /// <summary>Not for observers: one step of a curve may be one person.</summary>
    public TimeCurve? Curve { get; private set; }

    public ActualSmsCost? Cost { get; private set; }

    public IReadOnlyList<Trouble> Troubles { get; private set; } = [];

    public IReadOnlyList<(AlertHistoryRow Row, string Who)> History { get; private set; } = [];

    public bool IsOpen => Actor.IsOfTheSecretariat;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await Find(ct)) return NotFound();
        if (!IsOpen) return Page();
        if (Alert.Channels.Contains(Domain.Alerts.Channel.Sms)) Cost = await costs.Of(Id, ct);
        Curve = await TimeCurve.Read(tables, Id, ct);
        Troubles = await tables.Query<Trouble>(
            "select id, channel, reason, reply from advocacy.deliveries where alert_id = @Id and reason is not null and state = 'failed' order by id limit 50", new { Id }, ct);
        foreach (var row in await tables.Query<AlertHistoryRow>("select * from advocacy.alert_history where alert_id = @Id order by position", new { Id }, ct))
            History = [.. History, (row, await names.Of(row.Actor))];
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct) =>
        await Find(ct) ? File(ReportCsv.Of(Figures), ReportCsv.Type, $"report-{Id:N}.csv") : NotFound();

    public async Task<IActionResult> OnGetLedgerAsync(CancellationToken ct)
    {
        if (!IsOpen) return new StatusCodeResult(StatusCodes.Status403Forbidden);
        if (!await Find(ct)) return NotFound();
        Response.ContentType = ReportCsv.Type;
        Response.Headers.ContentDisposition = $"attachment; filename=ledger-{Id:N}.csv";
        await LedgerCsv.Write(tables, Id, Response.Body, ct);
        return new EmptyResult();
    }

    private async Task<bool> Find(CancellationToken ct)
    {
        var rows = await tables.Query<AlertRow>("select * from advocacy.alerts where id = @Id", new { Id }, ct);
        if (rows.Count == 0) return false;
        Alert = rows[0];
        Figures = ReportFigures.Of(await ReportCount.Of(tables, Id, ct), hide: !IsOpen);
        return true;
    }
}
