namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>Ways to pass a page on: plain links that say nothing of the reader, and nothing is loaded from anybody before one is followed.</summary>
internal static class ShareLinks
{
    public static IEnumerable<(string Name, string Link)> Of(string title, string address)
    {
        var (url, text) = (Uri.EscapeDataString(address), Uri.EscapeDataString(title));
        var both = $"{text}%20{url}";
        yield return ("Telegram", $"https://t.me/share/url?url={url}&text={text}");
        yield return ("LINE", $"https://line.me/R/share?text={both}");
        yield return ("Viber", $"viber://forward?text={both}");
        yield return ("WhatsApp", $"https://wa.me/?text={both}");
        yield return ("SMS", $"sms:?&body={both}");
        yield return ("E-mail", $"mailto:?subject={text}&body={both}");
    }
}
