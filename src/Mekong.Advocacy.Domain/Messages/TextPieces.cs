using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Domain.Messages;

/// <summary>Cuts a text where a comparison may cut it: between words; in Khmer, Lao, Burmese, Thai and Chinese between clusters that are drawn as one.</summary>
internal static partial class TextPieces
{
    public static IReadOnlyList<string> Of(string text) => [.. Piece().Matches(text).Select(match => match.Value)];

    /// <summary>A stacked consonant follows coeng (U+17D2) or virama (U+1039); Thai and Lao write some vowels before their consonant; am is a letter.</summary>
    [GeneratedRegex("""
        [\u0E40-\u0E44\u0EC0-\u0EC4]?[\u0E00-\u0EFF\u1000-\u109F\uA9E0-\uA9FF\uAA60-\uAA7F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF][\p{M}\u0E33\u0EB3]*(?:(?<=[\u17D2\u1039])[\u1000-\u109F\u1780-\u17FF]\p{M}*)*
        |[\p{L}\p{M}\p{N}-[\u0E00-\u0EFF\u1000-\u109F\uA9E0-\uA9FF\uAA60-\uAA7F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF]]+
        |\n|[^\S\n]+|[\uD800-\uDBFF][\uDC00-\uDFFF]|.
        """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Piece();
}
