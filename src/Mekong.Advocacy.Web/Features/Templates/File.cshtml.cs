using System.Text;
using MediatR;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Templates;

/// <summary>One file of the library: read by everybody in the office, rewritten by administrators, with every version it ever had.</summary>
public sealed class FileModel(
    IMediator mediator, IStringLocalizer<Words> words, TemplateFiles files, TemplateVersions versions, TemplateSamples samples, AccountNames names)
    : WorkspacePage(mediator, words)
{
    private readonly Dictionary<string, string> who = [];

    private string? original;

    [BindProperty(SupportsGet = true)] public new string File { get; set; } = "";

    /// <summary>The version whose changes are shown.</summary>
    [BindProperty(SupportsGet = true)] public long? Version { get; set; }

    /// <summary>As typed, or as it stands.</summary>
    [BindProperty] public string? Text { get; set; }

    [BindProperty] public int? Seen { get; set; }

    public bool HasOriginal => original is not null;

    public bool FramesAlerts => File == "mail.html" || File.StartsWith("alert/", StringComparison.Ordinal);

    public IReadOnlyList<TemplateVersionRow> Versions { get; private set; } = [];

    public IReadOnlyList<string> Fields { get; private set; } = [];

    public IReadOnlyList<DiffPart> Changes { get; private set; } = [];

    public Sample? Sample { get; private set; }

    public string Who(string actor) => who.GetValueOrDefault(actor, actor);

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostAsync() => Send(new ChangeTemplate(File, Text ?? "", Seen ?? 0), $"/workspace/library/{File}", Show);

    public Task<IActionResult> OnPostResetAsync() => Send(new ResetTemplate(File), $"/workspace/library/{File}", Show);

    /// <summary>What was typed, as a reader would see it; nothing is saved.</summary>
    public async Task<IActionResult> OnPostTryAsync()
    {
        if (!Actor.May([Role.Admin])) return Forbid();
        var typed = ChangeTemplate.Clean(Text ?? "");
        Faults = [.. TemplateRules.FaultsOf(File, typed, files.Original(File))];
        return Faults.Count > 0 ? await Show() : Shut(await samples.Of(File, typed, HttpContext.RequestAborted));
    }

    public async Task<IActionResult> OnGetSampleAsync() =>
        await Standing() is { } text ? Shut(await samples.Of(File, text, HttpContext.RequestAborted)) : NotFound();

    private async Task<string?> Standing()
    {
        Versions = await versions.Of(File, HttpContext.RequestAborted);
        original = files.Original(File);
        return Versions.Count > 0 && Versions[0].Text is { } edited ? edited : original;
    }

    private async Task<IActionResult> Show()
    {
        var standing = await Standing();
        if (!files.IsKnown(File) || standing is null && !Actor.May([Role.Admin])) return NotFound();
        foreach (var row in Versions) who[row.ChangedBy] = await names.Of(row.ChangedBy);
        Fields = original is null || TemplateFiles.TextName(File) is not null ? [] : TemplateRules.Fields(original);
        Text ??= standing ?? "";
        Seen ??= Versions.Count;
        if (Versions.ToList().FindIndex(row => row.Version == Version) is >= 0 and var at)
            Changes = TextDiff.Between(Versions.Skip(at + 1).FirstOrDefault()?.Text ?? original ?? "", Versions[at].Text ?? original ?? "");
        if (standing is not null) Sample = await samples.Of(File, standing, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>By itself, shut in: no script, nothing loaded.</summary>
    private ContentResult Shut(Sample sample)
    {
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        return sample.Html is { } html ? Content(html, "text/html", Encoding.UTF8) : Content(sample.Text, "text/plain", Encoding.UTF8);
    }
}
