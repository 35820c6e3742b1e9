using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Templates.TemplateRefusals;

namespace Mekong.Advocacy.Domain.Templates;

/// <summary>A file from which messages are made, as administrators have changed it.</summary>
/// <param name="Text">Null: as it came with the platform.</param>
/// <param name="Versions">How often it was changed or put back.</param>
public sealed record Template(string? Text, int Versions)
{
    public const int Longest = 40_000;

    public static readonly Fold<Template, TemplateEvent> Fold = new("template", new Template(Text: null, Versions: 0), Evolve);

    /// <summary>The file's name decides its stream, so that two people who edit it meet in one.</summary>
    public static Guid IdOf(string file) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"template/{file}")).AsSpan(0, 16));

    /// <param name="seen">How many versions there were when the editor began.</param>
    /// <param name="original">The file as it came with the platform; null: it did not.</param>
    public Decision<TemplateEvent> Change(Guid changedBy, string file, string text, int seen, string? original) => text switch
    {
        _ when text == (Text ?? original) => Decision<TemplateEvent>.Nothing,
        _ when string.IsNullOrWhiteSpace(text) => NeedsText,
        { Length: > Longest } => TooLong.At("text", Longest.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        _ when seen != Versions => HasMoved,
        _ => new TemplateChanged(changedBy, file, text),
    };

    public Decision<TemplateEvent> Reset(Guid resetBy, string file) => Text is null ? Decision<TemplateEvent>.Nothing : new TemplateReset(resetBy, file);

    private static Template Evolve(Template was, TemplateEvent happened) => happened switch
    {
        TemplateChanged e => new Template(e.Text, was.Versions + 1),
        TemplateReset => new Template(null, was.Versions + 1),
        _ => throw new UnreachableException($"Template gives {happened.GetType().Name} no meaning."),
    };
}
