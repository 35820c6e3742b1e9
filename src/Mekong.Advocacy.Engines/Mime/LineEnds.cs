using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Every way to end a line becomes CRLF.</summary>
internal static partial class LineEnds
{
    public static string Whole(string text) => text.AsSpan().ContainsAny('\r', '\n') ? LineEnd().Replace(text, "\r\n") : text;

    [GeneratedRegex(@"\r\n|\r|\n")]
    private static partial Regex LineEnd();
}
