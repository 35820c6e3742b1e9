using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Domain.Dialogues;

/// <summary>A name, a title or a text, in one language.</summary>
public sealed record Wording(string Language, string Text);

/// <summary>Several languages of one name or text.</summary>
public static class Wordings
{
    /// <summary>In the order of the pages, without what is empty, and in the form in which it is kept.</summary>
    public static ValueList<Wording> Tidy(this IEnumerable<Wording> wordings)
    {
        var known = wordings.Select(one => new Wording(one.Language.Trim(), one.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim())).Where(one => one.Text.Length > 0).ToList();
        return [.. Language.All.SelectMany(code => known.Where(one => one.Language == code)), .. known.Where(one => !Language.IsKnown(one.Language))];
    }

    /// <summary>In the reader's language or the next one they are offered, else the first; null: nothing is written.</summary>
    public static Wording? In(this IReadOnlyList<Wording> wordings, string language) =>
        Language.Chain(language, Fallback.Next).Select(code => wordings.FirstOrDefault(one => one.Language == code)).FirstOrDefault(one => one is not null)
        ?? (wordings.Count > 0 ? wordings[0] : null);
}
