using MediatR;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>What became of every message, and who did what to the alert.</summary>
public sealed class ReportModel(
    IMediator mediator, IStringLocalizer<Words> words, ITables tables, DeliveryCounts counting, UserManager<Account> accounts) : WorkspacePage(mediator, words)
{
    public sealed record Trouble(long Id, string Channel, string? Reason, string? Reply);

    private readonly Dictionary<string, string> names = [];

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public AlertRow Alert { get; private set; } = null!;

    public Counts Counts { get; private set; } = null!;

    public IReadOnlyList<CountBy> Lines { get; private set; } = [];

    public IReadOnlyList<Trouble> Troubles { get; private set; } = [];

    public IReadOnlyList<AlertHistoryRow> History { get; private set; } = [];

    public string Who(string actor) => names.GetValueOrDefault(actor, actor == "system" ? Words["report.platform"] : actor);

    public string CountryName(string code) => Country.IsKnown(code) ? Words[$"country.{code}"] : code;

    /// <summary>Our own words have a sentence in every language; a server's code stands as it is.</summary>
    public string ReasonInWords(string? reason) => reason is null ? "" : Words[$"reason.{reason}"] is { ResourceNotFound: false } known ? known : reason;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var rows = await tables.Query<AlertRow>("select * from advocacy.alerts where id = @Id", new { Id }, ct);
        if (rows.Count == 0) return NotFound();
        Alert = rows[0];
        Counts = await counting.Of(Id, ct);
        Lines = await counting.ByKind(Id, ct);
        Troubles = await tables.Query<Trouble>(
            "select id, channel, reason, reply from advocacy.deliveries where alert_id = @Id and state = 'failed' order by id limit 50", new { Id }, ct);
        History = await tables.Query<AlertHistoryRow>("select * from advocacy.alert_history where alert_id = @Id order by position", new { Id }, ct);
        foreach (var actor in History.Select(entry => entry.Actor).Distinct().Where(actor => Guid.TryParse(actor, out _)))
            names[actor] = (await accounts.FindByIdAsync(actor))?.Email ?? actor;
        return Page();
    }
}
