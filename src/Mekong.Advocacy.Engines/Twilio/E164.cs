using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>The form of an international number (ITU-T E.164 §6: at most 15 digits), and its removal from other people's words.</summary>
internal static partial class E164
{
    public static bool IsValid(string? number) => number is not null && Whole().IsMatch(number);

    /// <summary>Every run of seven or more digits becomes "[number]", however it is spaced.</summary>
    public static string Without(string text) => Within().Replace(text, "[number]");

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?:\+|%2B)?[0-9](?:[ ().\-]?[0-9]){6,}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Within();
}
