using System.Text;
using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>
/// PostgreSQL takes every character but U+0000. It is refused here: refused by the server while Npgsql prepares the statement, it
/// would leave behind a connection on which the next append fails as well.
/// </summary>
internal static partial class StorableText
{
    /// <exception cref="ArgumentException">The text contains U+0000.</exception>
    public static string Plain(string text) => text.Contains('\0', StringComparison.Ordinal) ? throw Refused() : text;

    /// <exception cref="ArgumentException">A string in the JSON contains U+0000.</exception>
    public static byte[] Json(byte[] json) =>
        json.AsSpan().IndexOf("\\u0000"u8) >= 0 && EscapedNull().IsMatch(Encoding.UTF8.GetString(json)) ? throw Refused() : json;

    private static ArgumentException Refused() => new("An event may not contain the character U+0000.");

    /// <summary>After an even number of backslashes: an odd one more makes it the text "\u0000".</summary>
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*\\u0000")]
    private static partial Regex EscapedNull();
}
