using System.Text;
using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Engines.Dkim;

/// <summary>What is left of headers and body for signing, so that harmless changes on the way do not count (RFC 6376 §3.4).</summary>
internal static partial class RelaxedForm
{
    /// <summary>§3.4.2: name in lower case, unfolded, runs of white space as one space; without the final CRLF.</summary>
    public static string Header(string name, string value) =>
        $"{name.Trim().ToLowerInvariant()}:{WhiteSpace().Replace(value.Replace("\r\n", "", StringComparison.Ordinal), " ").Trim(' ')}";

    /// <summary>§3.4.4: white space at line ends and empty lines at the end do not count.</summary>
    public static byte[] Body(string body)
    {
        var lines = body.Split("\r\n").Select(line => WhiteSpace().Replace(line, " ").TrimEnd(' ')).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
        return lines.Count == 0 ? [] : Encoding.Latin1.GetBytes(string.Join("\r\n", lines) + "\r\n");
    }

    [GeneratedRegex(@"[ \t]+")]
    private static partial Regex WhiteSpace();
}
