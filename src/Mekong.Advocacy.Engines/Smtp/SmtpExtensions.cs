using System.Globalization;

namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>What the server offered in answer to EHLO.</summary>
internal sealed record SmtpExtensions(bool Pipelining, bool EightBit, bool Dsn, bool StartTls, long? Size, IReadOnlySet<string> Auth)
{
    public static readonly SmtpExtensions None = new(false, false, false, false, null, new HashSet<string>());

    public static SmtpExtensions Parse(SmtpReply ehlo)
    {
        var offers = ehlo.Lines.Skip(1).Select(l => l.ToUpperInvariant().Split([' ', '='], StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.Length > 0).ToLookup(w => w[0], w => w[1..]);
        return new SmtpExtensions(
            offers.Contains("PIPELINING"), offers.Contains("8BITMIME"), offers.Contains("DSN"), offers.Contains("STARTTLS"),
            // RFC 1870 §4: zero or nothing is no limit.
            offers["SIZE"].FirstOrDefault() is [var n, ..] && long.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : null,
            offers["AUTH"].SelectMany(w => w).ToHashSet());
    }
}
