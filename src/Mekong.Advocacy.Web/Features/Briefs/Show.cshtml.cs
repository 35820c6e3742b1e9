using System.Globalization;
using MediatR;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Briefs;

/// <summary>The brief of an authority or a forum, in any language, and the way to have it mailed.</summary>
public sealed class ShowModel(IMediator mediator, IStringLocalizer<Words> words, BriefReads reads, BriefMails mails, AdvocacySettings settings, TimeProvider clock) : WorkspacePage(mediator, words)
{
    [BindProperty(SupportsGet = true)] public BriefKind Kind { get; set; }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>Of the brief; the page around it speaks the reader's.</summary>
    [BindProperty(SupportsGet = true)] public string? Tongue { get; set; }

    public string Language => Domain.Languages.Language.IsKnown(Tongue ?? "") ? Tongue! : CultureInfo.CurrentUICulture.Name;

    public Guid RequestId { get; private set; }

    public string Title { get; private set; } = "";

    public string Sheet { get; private set; } = "";

    public IReadOnlyList<OrganisationRow> Going { get; private set; } = [];

    public IReadOnlyList<BriefMailCount> Mails { get; private set; } = [];

    public string Home => $"/workspace/briefs/{Kind.ToString().ToLowerInvariant()}/{Id}";

    public Task<IActionResult> OnGetAsync() => Show(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <summary>The page by itself, to be printed or kept.</summary>
    public async Task<IActionResult> OnGetPaperAsync(CancellationToken ct) =>
        await reads.Of(Kind, Id, ct) is { } brief ? Content(new BriefSheet(brief, Language, settings.PublicUrl).Document(), "text/html; charset=utf-8") : NotFound();

    public Task<IActionResult> OnPostMailAsync(Guid request, Guid[] organisations) =>
        Send(new RequestBriefMail(request, Kind, Id, organisations), $"{Home}?tongue={Language}", () => Show(request));

    private async Task<IActionResult> Show(Guid request)
    {
        var ct = HttpContext.RequestAborted;
        if (await reads.Of(Kind, Id, ct) is not { } brief) return NotFound();
        var sheet = new BriefSheet(brief, Language, settings.PublicUrl);
        (RequestId, Title, Sheet) = (request, sheet.Title.Text, sheet.Body());
        (Going, Mails) = (await reads.Going(Kind, Id, ct), await mails.About(Id, ct));
        return Page();
    }
}
