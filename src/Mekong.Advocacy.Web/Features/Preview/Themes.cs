namespace Mekong.Advocacy.Web.Features.Preview;

/// <summary>Shows a mail in one theme, whatever the viewer's own is: its media query always holds, or never.</summary>
internal static class Themes
{
    private const string Query = "(prefers-color-scheme: dark)", Scheme = "name=\"color-scheme\" content=\"light dark\"", Root = "color-scheme: light dark;";

    public static string In(string? theme, string html)
    {
        var (applies, scheme) = theme == "dark" ? ("all", "dark") : ("not all", "light");
        return html.Replace($"@media {Query}", $"@media {applies}", StringComparison.Ordinal)
            .Replace(Scheme, $"name=\"color-scheme\" content=\"{scheme}\"", StringComparison.Ordinal)
            .Replace(Root, $"color-scheme: {scheme};", StringComparison.Ordinal);
    }
}
