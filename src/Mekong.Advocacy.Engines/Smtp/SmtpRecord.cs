using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>The server's words made fit for the log: no address of the recipient, no control characters, 500 characters.</summary>
internal static partial class SmtpRecord
{
    private const int Longest = 500;
    private const string Instead = "(recipient)";

    public static string Of(string reply, string? recipient)
    {
        var text = Control().Replace(reply, " ");
        if (recipient is not null) text = Without(text, recipient);
        if (text.Length <= Longest) return text;
        return text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
    }

    private static string Without(string text, string recipient)
    {
        text = text.Replace(recipient, Instead, StringComparison.OrdinalIgnoreCase);
        var local = recipient[..recipient.LastIndexOf('@')];
        // "User sokha unknown" names the person as well.
        return local.Length < 3 || !text.Contains(local, StringComparison.OrdinalIgnoreCase) ? text
            : Regex.Replace(text, $@"(?<![\w.]){Regex.Escape(local)}(?![\w.]*\w)", Instead, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+")]
    private static partial Regex Control();
}
