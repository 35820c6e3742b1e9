using System.Text.RegularExpressions;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Templates;

/// <summary>Which files the library has: those that came with the platform, and reusable texts of any name.</summary>
public sealed partial class TemplateFiles(AdvocacySettings settings)
{
    /// <summary>Paths below templates/ with forward slashes; country rules and the like are no messages.</summary>
    public IReadOnlyList<string> Shipped { get; } = [.. Directory.EnumerateFiles(settings.Templates, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetExtension(path) is ".html" or ".txt")
        .Select(path => Path.GetRelativePath(settings.Templates, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public bool IsKnown(string file) => Shipped.Contains(file) || TextName(file) is not null;

    /// <summary>The file as it came with the platform; null: it did not.</summary>
    public string? Original(string file) => Shipped.Contains(file) ? File.ReadAllText(Path.Combine(settings.Templates, file)).ReplaceLineEndings("\n") : null;

    /// <summary>A reusable text's name and language; null when the file is none.</summary>
    public static (string Name, string Language)? TextName(string file) =>
        TextFile().Match(file) is { Success: true } match && Language.IsKnown(match.Groups[2].Value) ? (match.Groups[1].Value, match.Groups[2].Value) : null;

    /// <summary>The language a file is written in; the frame that all share counts as English.</summary>
    public static string LanguageOf(string file) => Language.All.FirstOrDefault(code => Path.GetFileName(file).Split('.').Contains(code)) ?? Language.English;

    [GeneratedRegex(@"\Atexts/([a-z0-9]+(?:-[a-z0-9]+){0,9})\.([A-Za-z-]+)\.txt\z")]
    private static partial Regex TextFile();
}
