namespace Mekong.Advocacy.Domain.Messages;

/// <summary>Characters that word processors and phones put in place of plain ones, with the plain ones that say the same.</summary>
internal static class LookAlikes
{
    private const string Nothing = "\u00AD\u200B\u200C\u200E\u200F\u2060\uFEFF"; // invisible: soft hyphen, zero-width, direction, byte order

    private static readonly Dictionary<char, string> Plain = new (string Signs, string Plain)[]
    {
        ("\u2018\u2019\u201A\u201B\u2032\u2035\u02B9\u02BB\u02BC\u02C8\u2039\u203A`\u00B4", "'"),
        ("\u201C\u201D\u201E\u201F\u2033\u2036\u00AB\u00BB", "\""),
        ("\u2010\u2011\u2012\u2013\u2212\u2043\u2022\u2023\u25E6\uFE63", "-"),
        ("\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t", " "),
        ("\u2026", "..."), ("\u2025", ".."), ("\u2024", "."), ("\u2044", "/"), ("\u00D7", "x"),
        ("\u00A9", "(C)"), ("\u00AE", "(R)"), ("\u2122", "TM"), ("\u2116", "No."),
        ("\uFB00", "ff"), ("\uFB01", "fi"), ("\uFB02", "fl"), ("\uFB03", "ffi"), ("\uFB04", "ffl"),
        ("\u2028\u2029\u0085", "\n"),
    }.SelectMany(row => row.Signs.Select(sign => (sign, row.Plain))).ToDictionary(pair => pair.sign, pair => pair.Plain);

    /// <summary>Null where the character stays as it is.</summary>
    public static string? Of(char c) =>
        Plain.GetValueOrDefault(c) ?? (Nothing.Contains(c) ? "" : c is >= '\uFF01' and <= '\uFF5E' ? ((char)(c - 0xFEE0)).ToString() : null);
}
