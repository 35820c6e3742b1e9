using System.Globalization;
using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>One reply of the server, all its lines (RFC 5321 §4.2).</summary>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public int Class => Code / 100;
    public bool Ok => Class == 2;

    /// <summary>RFC 3463 status such as 5.1.1; null where there is none or its class contradicts the code (RFC 2034 §4).</summary>
    public string? Enhanced =>
        Status().Match(Lines[0]) is { Success: true } m && m.Value[0] - '0' == Class ? m.Value : null;

    public string Reason => Enhanced ?? Code.ToString(CultureInfo.InvariantCulture);

    /// <summary>The server's name for a message that it took, where it tells one: Postfix and Sendmail; Exim.</summary>
    public string? QueuedAs => Queued().Match(Lines[^1]) is { Success: true } m ? m.Value : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code} {string.Join(" / ", Lines)}");

    [GeneratedRegex(@"(?<=queued as |\bid=)[\w-]+", RegexOptions.IgnoreCase)]
    private static partial Regex Queued();

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)")]
    private static partial Regex Status();
}
