using Mekong.Advocacy.Domain.Registers;

namespace Mekong.Advocacy.Domain.Statements;

/// <summary>The published fingerprints of texts; <see cref="TextCanon"/> states the rule.</summary>
public static class Seals
{
    public static string Canonical(string text) => TextCanon.Body(text);

    public static TextSeal Of(StatementText text, int version) =>
        new(text.Language, text.Role, TextCanon.Hash(text.Language, version, text.Title, text.Body).ToString());

    public static IReadOnlyList<TextSeal> Of(IEnumerable<StatementText> texts, int version) => [.. texts.Select(text => Of(text, version))];
}
