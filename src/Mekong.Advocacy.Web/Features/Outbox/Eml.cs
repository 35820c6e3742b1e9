using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Web.Features.Outbox;

/// <summary>Reads back the messages that our own MIME writer left in the outbox: just enough to show them.</summary>
internal static partial class Eml
{
    public static string? Header(string eml, string name)
    {
        var head = Unfold().Replace(eml[..Math.Max(0, eml.IndexOf("\r\n\r\n", StringComparison.Ordinal))], " ");
        var line = head.Split("\r\n").FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase));
        return line is null ? null : Words(line[(name.Length + 2)..]);
    }

    /// <summary>The decoded body of the part with this content type.</summary>
    public static string Part(string eml, string type)
    {
        var boundary = Boundary().Match(eml).Groups[1].Value;
        foreach (var part in eml.Split($"\r\n--{boundary}").Skip(1))
        {
            var gap = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (gap < 0 || !part[..gap].Contains(type, StringComparison.OrdinalIgnoreCase)) continue;
            var body = part[(gap + 4)..]; // the line break before a boundary is the boundary's (RFC 2046 §5.1.1)
            return part[..gap].Contains("base64", StringComparison.OrdinalIgnoreCase)
                ? Encoding.UTF8.GetString(Convert.FromBase64String(body.ReplaceLineEndings("")))
                : Quoted(body.Replace("=\r\n", "", StringComparison.Ordinal), underscore: false);
        }
        return "";
    }

    private static string Words(string text) => Word().Replace(Between().Replace(text, "?=$1"), word => word.Groups[1].Value is "B" or "b"
        ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[2].Value))
        : Quoted(word.Groups[2].Value, underscore: true));

    private static string Quoted(string text, bool underscore)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
                continue;
            }
            bytes.AddRange(Encoding.UTF8.GetBytes(underscore && text[i] == '_' ? " " : text[i].ToString()));
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"\r\n[ \t]+")] private static partial Regex Unfold();
    [GeneratedRegex("boundary=\"([^\"]+)\"")] private static partial Regex Boundary();
    [GeneratedRegex(@"\?=\s+(=\?)")] private static partial Regex Between();
    [GeneratedRegex(@"=\?utf-8\?([BbQq])\?([^?]*)\?=", RegexOptions.IgnoreCase)] private static partial Regex Word();
}
