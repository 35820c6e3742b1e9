namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>When two addresses lead into one letter box: what stands behind a plus is a note to oneself, and Google does not see dots.</summary>
internal static class Mailboxes
{
    private static readonly string[] WithoutDots = ["gmail.com", "googlemail.com"];

    public static string Of(string email)
    {
        var at = email.LastIndexOf('@');
        if (at < 1) return email;
        var (name, domain) = (email[..at].ToLowerInvariant(), DomainOf(email)!);
        var plus = name.IndexOf('+', StringComparison.Ordinal);
        if (plus > 0) name = name[..plus];
        if (!WithoutDots.Contains(domain)) return $"{name}@{domain}";
        return $"{name.Replace(".", "", StringComparison.Ordinal)}@{WithoutDots[0]}";
    }

    /// <summary>Null: it is no address.</summary>
    public static string? DomainOf(string? email) => email?.LastIndexOf('@') is > 0 and var at && at + 1 < email.Length ? email[(at + 1)..].Trim().ToLowerInvariant() : null;
}
