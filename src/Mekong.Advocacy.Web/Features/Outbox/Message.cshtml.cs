using System.Text;
using MediatR;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Outbox;

/// <summary>One message of the outbox, as its reader would see it.</summary>
public sealed class MessageModel(IMediator mediator, IStringLocalizer<Words> words, AdvocacySettings settings) : WorkspacePage(mediator, words)
{
    [BindProperty(SupportsGet = true)] public new string File { get; set; } = "";

    public string Source { get; private set; } = "";

    public bool IsMail => File.EndsWith(".eml", StringComparison.Ordinal);

    public string Subject => IsMail ? Eml.Header(Source, "Subject") ?? File : File;

    public string To => IsMail ? Eml.Header(Source, "To") ?? "" : "";

    public string Text => IsMail ? Eml.Part(Source, "text/plain") : Source;

    public Task<IActionResult> OnGetAsync() => Read(Page);

    /// <summary>The HTML part by itself, shut in: no script, nothing loaded.</summary>
    public Task<IActionResult> OnGetHtmlAsync() => Read(() =>
    {
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        return Content(Eml.Part(Source, "text/html"), "text/html", Encoding.UTF8);
    });

    private async Task<IActionResult> Read(Func<IActionResult> show)
    {
        if (!Actor.May([Role.Coordinator, Role.Approver])) return Forbid();
        var path = Path.Combine(settings.Outbox, Path.GetFileName(File));
        if (!System.IO.File.Exists(path)) return NotFound();
        Source = await System.IO.File.ReadAllTextAsync(path, Encoding.UTF8, HttpContext.RequestAborted);
        return show();
    }
}
