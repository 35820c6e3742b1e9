namespace Mekong.Advocacy.Domain.Languages;

/// <summary>The countries in which the network works (ISO 3166-1 alpha-2; CN stands for Yunnan).</summary>
public static class Country
{
    public static readonly IReadOnlyList<string> All = ["KH", "LA", "MM", "TH", "VN", "CN"];

    public static bool IsKnown(string code) => All.Contains(code, StringComparer.Ordinal);
}
