using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// Links that only we can make and that never expire: the contact point's number and a 128-bit mark bound to one purpose, short
/// enough for a text message.
/// </summary>
public sealed class Links(IVault vault, AdvocacySettings settings)
{
    public const string OptOut = "opt-out", Status = "sms-status", Return = "return-path", WebView = "web-view", Invitation = "invitation", Package = "package";

    /// <summary>Stands for nobody, where trying a link must change nothing; as long as a reader's, so that a text keeps its parts.</summary>
    public const string Trial = "trial-00000000000000000000000";

    private readonly string site = new Uri(settings.PublicUrl, "/").AbsoluteUri;

    public Uri OptOutOf(long number) => new(OptOutUrl(number));

    /// <inheritdoc cref="WebViewUrl"/>
    public Uri WebViewOf(long deliveryId) => new(WebViewUrl(deliveryId));

    public Uri StatusOf(long deliveryId) => new($"{site}hooks/sms/{Token(Status, deliveryId)}");

    public string OptOutUrl(long number) => $"{site}u/{Token(OptOut, number)}";

    /// <summary>One delivery as a page that names nobody; whoever has the link may pass it on.</summary>
    public string WebViewUrl(long deliveryId) => $"{site}m/{Token(WebView, deliveryId)}";

    /// <summary>Where one officer reads a statement and signs for one organisation; the statement's window decides how long.</summary>
    public string InvitationUrl(string language, long number) => $"{site}{language}/i/{Token(Invitation, number)}";

    /// <summary>An office's own copy of a statement's package: it names to the office who is named to nobody else.</summary>
    public string PackageUrl(long number) => $"{site}p/{Token(Package, number)}";

    /// <summary>A statement's public page.</summary>
    public string StatementUrl(string language, Guid id) => $"{site}{language}/statements/{id}";

    public string Token(string purpose, long number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return $"{text}.{Base64Url.EncodeToString(vault.Sign(purpose, text))}";
    }

    /// <summary>The number, when the token is one of ours for this purpose; compared in constant time.</summary>
    public long? Read(string purpose, string token)
    {
        if (token.Length > 64 || token.IndexOf('.', StringComparison.Ordinal) is not (> 0 and var dot)) return null;
        if (!long.TryParse(token[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var expected = System.Text.Encoding.ASCII.GetBytes(Token(purpose, number));
        var given = System.Text.Encoding.UTF8.GetBytes(token);
        return CryptographicOperations.FixedTimeEquals(expected, given) ? number : null;
    }
}
