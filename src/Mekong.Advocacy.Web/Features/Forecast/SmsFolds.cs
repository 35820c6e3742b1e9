using Mekong.Advocacy.Domain.Messages;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>Which foldings make sense in which language.</summary>
internal static class SmsFolds
{
    public static IReadOnlyList<FoldKind> For(string language) => language == "vi" ? [FoldKind.Punctuation, FoldKind.Accents] : [FoldKind.Punctuation];

    public static string Fold(string text, FoldKind kind) => kind == FoldKind.Accents ? SmsFolding.WithoutAccents(text) : SmsFolding.Latin(text);
}
