using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Subscribers;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>The people behind one number of an audience, without names until somebody asks for them.</summary>
public sealed class AudienceListModel(IMediator mediator, IStringLocalizer<Words> words, Decider decider, FrozenAudience frozen, AudienceReads reads)
    : WorkspacePage(mediator, words)
{
    private const int LastPage = 20_000;

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)] public string? Channel { get; set; }

    [BindProperty(SupportsGet = true)] public string? Language { get; set; }

    [BindProperty(SupportsGet = true)] public string? Reason { get; set; }

    [BindProperty(SupportsGet = true)] public int At { get; set; } = 1;

    [BindProperty(SupportsGet = true)] public AudienceForm Choice { get; set; } = new();

    public AlertContent Draft { get; private set; } = null!;

    public IReadOnlyList<AudienceMember> Members { get; private set; } = [];

    public long Count { get; private set; }

    public long Pages => Math.Max(1, (Count + AudienceReads.PageSize - 1) / AudienceReads.PageSize);

    /// <summary>Null until somebody asked for them.</summary>
    public IReadOnlyDictionary<Guid, string>? Names { get; private set; }

    public bool MayReadNames => Actor.May([Role.Coordinator]);

    public string Link(int page, string? handler = null)
    {
        var query = new QueryBuilder();
        if (Channel is not null) query.Add("channel", Channel);
        if (Language is not null) query.Add("language", Language);
        if (Reason is not null) query.Add("reason", Reason);
        if (page > 1) query.Add("at", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (AudienceForm.IsIn(Request.Query)) foreach (var (name, value) in Choice.Fields()) query.Add(name, value);
        if (handler is not null) query.Add("handler", handler);
        return $"/workspace/alerts/{Id}/audience/list{query}";
    }

    public Task<IActionResult> OnGetAsync() => Show();

    public async Task<IActionResult> OnPostNamesAsync(CancellationToken ct)
    {
        if (!MayReadNames) return Forbid();
        if (await Show() is NotFoundResult missing) return missing;
        Names = await Mediator.Send(new ReadNames([.. Members.Select(member => member.PersonId)], $"alert-audience/{Id}"), ct);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        var (alert, _) = await decider.Load(Alert.Fold, Id, ct);
        if (alert.Content is null) return NotFound();
        Draft = alert.Content;
        At = Math.Clamp(At, 1, LastPage);
        var content = AudienceForm.IsIn(Request.Query) ? Choice.Onto(Draft) : Draft;
        var part = new AudiencePart(Channel, Language, Reason);
        Count = (await frozen.Count(content, ct)).Where(part.Holds).Sum(line => line.Count);
        Members = await reads.Page(content, part, At, ct);
        return Page();
    }
}
