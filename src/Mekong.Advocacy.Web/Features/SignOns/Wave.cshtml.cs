using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>Sign-ons that came together: how many a choice hits is shown first, then all of it is found false, or good, with one reason.</summary>
public sealed class WaveModel(IMediator mediator, IStringLocalizer<Words> words, StatementReads statements, Waves waves, TimeProvider clock) : WorkspacePage(mediator, words)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)] public string? Place { get; set; }

    [BindProperty(SupportsGet = true)] public string? Domain { get; set; }

    /// <summary>Hours in the statement's zone.</summary>
    [BindProperty(SupportsGet = true)] public string? From { get; set; }

    [BindProperty(SupportsGet = true)] public string? Until { get; set; }

    [BindProperty] public string? Reason { get; set; }

    public StatementRow Statement { get; private set; } = null!;

    public IReadOnlyList<WaveSeen> Seen { get; private set; } = [];

    /// <summary>Null: nothing is chosen yet.</summary>
    public WaveSize? Size { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await Find() ? await Show() : NotFound();

    public Task<IActionResult> OnPostRemoveAsync() => Settle(admit: false);

    public Task<IActionResult> OnPostAdmitAsync() => Settle(admit: true);

    private async Task<IActionResult> Settle(bool admit)
    {
        if (!await Find()) return NotFound();
        var wave = Read();
        if (Faults.Count > 0) return await Show();
        return await Send(new SettleWave(wave, admit, Guid.CreateVersion7(clock.GetUtcNow()), Reason ?? ""), $"/workspace/statements/{Id}/sign-ons", Show);
    }

    private async Task<bool> Find()
    {
        if (!Actor.May([Role.Coordinator]) || await statements.Row(Id, HttpContext.RequestAborted) is not { } statement) return false;
        Statement = statement;
        return true;
    }

    private Wave Read()
    {
        var faults = new List<Refusal>();
        var wave = new Wave(Id, Place, Domain, Hour(From, "from", faults), Hour(Until, "until", faults));
        if (faults.Count > 0) Faults = faults;
        return wave;
    }

    private DateTimeOffset? Hour(string? typed, string field, List<Refusal> faults)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var (hour, refusal) = LocalHour.Parse(typed, Statement.Zone, clock.GetUtcNow());
        if (refusal is not null) faults.Add(refusal with { Field = field });
        return hour?.At;
    }

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        var wave = Read();
        if (!wave.IsEverything && Faults.All(fault => fault.Field is not ("from" or "until"))) Size = await waves.Size(wave, ct);
        Seen = await waves.Seen(Id, ct);
        return Page();
    }
}
