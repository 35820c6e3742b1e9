using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>A sentence still without a language: the key of a word and what it quotes. An argument that is a phrase itself is said first.</summary>
public sealed record Phrase(string Key, params object[] Arguments)
{
    public string In(IStringLocalizer<Words> words) => words[Key, [.. Arguments.Select(argument => argument switch
    {
        Phrase phrase => phrase.In(words),
        long number => Kernel.Languages.Number(number),
        _ => argument,
    })]];

    public bool Equals(Phrase? other) => other is not null && Key == other.Key && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Arguments.Aggregate(Key.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
}
