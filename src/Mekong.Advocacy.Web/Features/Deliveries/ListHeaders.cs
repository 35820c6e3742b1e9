using System.Net.Mail;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>What mail programs and providers read about a mailing: RFC 2919 List-Id, RFC 2369 and 8058 one-click, Gmail's Feedback-ID.</summary>
internal static class ListHeaders
{
    public const string Unsubscribe = "List-Unsubscribe";

    private const int ShortestSender = 5, LongestSender = 15;

    public static KeyValuePair<string, string>[] Of(AdvocacySettings settings, Uri optOut, Guid alertId, string language, string kind)
    {
        var from = new MailAddress(settings.Email.From);
        return
        [
            new("List-Id", $"{Phrase(from)} <alerts.{from.Host}>"),
            new(Unsubscribe, $"<{optOut.AbsoluteUri}>"),
            new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            new("List-Help", $"<{new Uri(settings.PublicUrl, "/").AbsoluteUri}>"),
            new("Feedback-ID", $"{alertId:N}:{language}:{kind}:{Sender(from.Host)}"),
            new("Auto-Submitted", "auto-generated"),
        ];
    }

    /// <summary>The sender's name as a quoted phrase. RFC 2919 §2 wants it for readers; one that is not ASCII is left to From.</summary>
    private static string Phrase(MailAddress from)
    {
        var name = from.DisplayName.Length > 0 && from.DisplayName.All(c => c is >= ' ' and <= '~') ? from.DisplayName : "Alerts";
        return $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Gmail's last field: five to fifteen characters, the same for all mail of one sender.</summary>
    private static string Sender(string host)
    {
        var letters = string.Concat(host.Where(char.IsAsciiLetterOrDigit));
        return (letters.Length > LongestSender ? letters[..LongestSender] : letters).PadRight(ShortestSender, '0');
    }
}
