using System.Globalization;
using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>The beginning of a text in one line, cut between what readers take for letters and never within one.</summary>
internal static class Excerpt
{
    private const int Longest = 200;

    public static string Of(string markdown)
    {
        var line = string.Join(' ', Markdown.ToText(markdown).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Longest) return line;
        var starts = StringInfo.ParseCombiningCharacters(line);
        return line[..starts.Last(start => start <= Longest)].TrimEnd() + "…";
    }
}
