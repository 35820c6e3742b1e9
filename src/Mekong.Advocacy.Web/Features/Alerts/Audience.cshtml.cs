using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Segments;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Step 2: whom an alert goes to. Counting saves nothing; a choice can be kept as a segment for the next time.</summary>
public sealed class AudienceModel(
    IMediator mediator, IStringLocalizer<Words> words, Decider decider, FrozenAudience frozen, AudienceReads reads, AudienceOptions options,
    SegmentReads segments, ITables tables, TimeProvider clock) : WorkspacePage(mediator, words)
{
    private ILookup<string, AudienceOption> offered = Enumerable.Empty<AudienceOption>().ToLookup(option => option.Kind);

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)] public AudienceForm Choice { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid? Segment { get; set; }

    [BindProperty] public string? Title { get; set; }

    public AlertContent Draft { get; private set; } = null!;

    public AlertStage Stage { get; private set; }

    public IReadOnlyList<SegmentRow> Segments { get; private set; } = [];

    public AlertRow? Earlier { get; private set; }

    public string? SavedSegment { get; private set; }

    public AudienceView Counts { get; private set; } = null!;

    public IReadOnlyDictionary<Fallback, long> Served { get; private set; } = new Dictionary<Fallback, long>();

    public bool VoidsApproval => Stage is AlertStage.AwaitingApproval or AlertStage.Approved or AlertStage.Scheduled;

    public bool MayChoose => Actor.May([Role.Coordinator]);

    /// <summary>What can be ticked, and what is ticked though no list offers it any longer.</summary>
    public IEnumerable<AudienceOption> Options(string kind, List<string> ticked) => offered[kind]
        .Concat(ticked.Where(name => offered[kind].All(option => option.Name != name)).Select(name => new AudienceOption(kind, name, 0)));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await Load() is { } elsewhere) return elsewhere;
        if (Segment is { } segment && await segments.One(segment, ct) is { } saved) Choice = AudienceForm.From(saved.ToAudience(), Draft.Fallback);
        else if (!AudienceForm.IsIn(Request.Query)) Choice = AudienceForm.From(Draft.Audience, Draft.Fallback);
        return await Show();
    }

    public async Task<IActionResult> OnPostAsync() => await Load() is { } elsewhere ? elsewhere
        : await Send(new EditAudience(Id, Choice.ToAudience(Draft.Audience), Choice.Fallback), $"/workspace/alerts/{Id}/check", Show);

    public async Task<IActionResult> OnPostCountAsync()
    {
        if (await Load() is { } elsewhere) return elsewhere;
        await Count();
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_AudienceLive", this) : await Show();
    }

    public async Task<IActionResult> OnPostSegmentAsync(CancellationToken ct)
    {
        if (await Load() is { } elsewhere) return elsewhere;
        var id = await segments.IdOf(Title, ct) ?? Guid.CreateVersion7(clock.GetUtcNow());
        Faults = (await Mediator.Send(new SaveSegment(id, Title ?? "", Choice.ToAudience(Draft.Audience)), ct)).Refusals;
        if (Faults.Count == 0) (SavedSegment, Title) = (Title, null);
        return await Show();
    }

    private async Task<IActionResult?> Load()
    {
        var (alert, _) = await decider.Load(Alert.Fold, Id, HttpContext.RequestAborted);
        if (alert.Content is null) return NotFound();
        (Draft, Stage) = (alert.Content, alert.Stage);
        return Stage is AlertStage.Sending or AlertStage.Paused or AlertStage.Finished or AlertStage.Cancelled ? Redirect($"/workspace/alerts/{Id}") : null;
    }

    private async Task Count()
    {
        var content = Choice.Onto(Draft);
        var isSaved = content.Audience.Equals(Draft.Audience) && content.Fallback == Draft.Fallback;
        Counts = new AudienceView(Id, await frozen.Count(content, HttpContext.RequestAborted), isSaved ? null : Choice);
        Served = await reads.Fallbacks(content, HttpContext.RequestAborted);
    }

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        await Count();
        offered = await options.All(ct);
        Segments = await segments.All(ct);
        if (Draft.Audience.Relation is { } relation)
            Earlier = await tables.Query<AlertRow>("select * from advocacy.alerts where id = @id", new { id = relation.AlertId }, ct) is [var row] ? row : null;
        return Page();
    }
}
