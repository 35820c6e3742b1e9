using System.Text;

namespace Mekong.Advocacy.Engines.Jobs;

/// <summary>An exception as the list of jobs shows it: type and message first, as much of the trace as fits.</summary>
internal static class ErrorText
{
    private const int Longest = 2000;

    public static string Of(Exception e)
    {
        var text = e.ToString().Replace("\0", "", StringComparison.Ordinal); // PostgreSQL's text holds no U+0000
        if (text.Length > Longest) text = text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)); // a lone surrogate becomes U+FFFD instead of an error
    }
}
