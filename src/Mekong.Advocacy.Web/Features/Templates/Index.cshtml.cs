using MediatR;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Templates;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Templates;

/// <summary>A file on the shelf.</summary>
/// <param name="Kind">The file without its language, e.g. "email.html", or a reusable text's name.</param>
public sealed record Entry(string File, string Shelf, string Kind, string Language, bool IsChanged);

/// <summary>Every file that messages are made of, and the texts that alerts may start from.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<Words> words, TemplateFiles files, TemplateVersions versions) : WorkspacePage(mediator, words)
{
    private IReadOnlyList<Entry> entries = [];

    public string? Name { get; private set; }

    public string TextLanguage { get; private set; } = Language.English;

    public IEnumerable<IGrouping<string, Entry>> Texts => entries.Where(entry => entry.Shelf == "texts").GroupBy(entry => entry.Kind);

    public IEnumerable<IGrouping<string, Entry>> Frames => entries.Where(entry => entry.Shelf != "texts").GroupBy(entry => entry.Shelf);

    public Task OnGetAsync() => Show();

    /// <summary>A new text begins as an empty page of its own; it exists once it is saved there.</summary>
    public async Task<IActionResult> OnPostAsync(string? name, string? language)
    {
        (Name, TextLanguage) = (name?.Trim(), language ?? Language.English);
        var file = $"texts/{Name}.{TextLanguage}.txt";
        if (!Actor.May([Role.Admin])) return Forbid();
        if (TemplateFiles.TextName(file) is not null) return Redirect($"/workspace/library/{file}");
        Faults = [TemplateRefusals.BadName];
        await Show();
        return Page();
    }

    private async Task Show()
    {
        var edited = await versions.AsOf(at: null, HttpContext.RequestAborted);
        entries = [.. files.Shipped.Union(edited.Keys).Select(file => Described(file, edited.ContainsKey(file)))
            .OrderBy(entry => entry.Shelf, StringComparer.Ordinal).ThenBy(entry => entry.Kind, StringComparer.Ordinal)
            .ThenBy(entry => Language.All.ToList().IndexOf(entry.Language))];
    }

    private static Entry Described(string file, bool isChanged)
    {
        var language = TemplateFiles.LanguageOf(file);
        var (shelf, name) = file.Split('/') is [var folder, var inside] ? (folder, inside) : ("frame", file);
        var kind = name.Replace($".{language}.", ".", StringComparison.Ordinal);
        return new Entry(file, shelf, shelf == "texts" ? Path.GetFileNameWithoutExtension(kind) : kind, language, isChanged);
    }
}
