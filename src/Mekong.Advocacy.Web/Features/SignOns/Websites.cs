using System.Globalization;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>Whether a mail address shows that its owner belongs to a website: only where both are under the one name that the organisation itself holds.</summary>
internal static class Websites
{
    /// <summary>Where anybody may have an address or a page.</summary>
    private static readonly HashSet<string> Everybodys = new(StringComparer.Ordinal)
    {
        "gmail.com", "googlemail.com", "google.com", "sites.google.com", "yahoo.com", "ymail.com", "yahoo.com.vn", "yahoo.co.th", "outlook.com", "hotmail.com", "live.com", "msn.com",
        "icloud.com", "me.com", "aol.com", "proton.me", "protonmail.com", "tutanota.com", "gmx.com", "gmx.net", "mail.com", "mail.ru", "yandex.com", "zoho.com", "qq.com", "163.com",
        "126.com", "sina.com", "sohu.com", "foxmail.com", "aliyun.com", "riseup.net", "facebook.com", "fb.com", "m.facebook.com", "instagram.com", "line.me", "linktr.ee", "t.me",
        "wordpress.com", "blogspot.com", "weebly.com", "wix.com", "wixsite.com", "github.io", "medium.com", "x.com", "twitter.com", "youtube.com", "tiktok.com", "weibo.com",
    };

    /// <summary>The name of the host as it is compared; null: no address of a website.</summary>
    public static string? HostOf(string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        var address = written.Contains("://", StringComparison.Ordinal) ? written.Trim() : "https://" + written.Trim();
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { HostNameType: UriHostNameType.Dns, UserInfo: "" }
            && uri.IdnHost.Contains('.', StringComparison.Ordinal) ? Bare(uri.IdnHost) : null;
    }

    /// <summary>Somebody's own, and not one where anybody may have an address.</summary>
    public static bool IsOwn(string domain) => !Everybodys.Contains(domain);

    /// <summary>The domain that both share; null where the address shows nothing.</summary>
    public static string? Shared(string? website, string? email)
    {
        if (HostOf(website) is not { } host || email is null || email.IndexOf('@', StringComparison.Ordinal) is not (> 0 and var at)) return null;
        string domain;
        try { domain = Bare(new IdnMapping().GetAscii(email[(at + 1)..])); }
        catch (ArgumentException) { return null; }
        return domain == host && !Everybodys.Contains(host) ? host : null;
    }

    private static string Bare(string host)
    {
        var name = host.TrimEnd('.').ToLowerInvariant();
        return name.StartsWith("www.", StringComparison.Ordinal) ? name[4..] : name;
    }
}
