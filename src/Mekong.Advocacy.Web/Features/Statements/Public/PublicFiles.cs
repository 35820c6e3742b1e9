using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Hosting.PublicPages;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>What machines read of the public site: the hashed bytes, the feeds, the list of pages; and the short addresses.</summary>
internal static class PublicFiles
{
    private static readonly string[] Lists = ["statements", "tracker"];

    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9", Html = "http://www.w3.org/1999/xhtml";

    public static void Register(WebApplication app)
    {
        var shows = new PublicPageAttribute("statement", "sign-on");
        Get("/{language:language}/statements/{id:guid}/text", (string language, Guid id, PublicReads reads, HttpContext http, CancellationToken ct) =>
            Text(language, id, version: null, reads, http, ct));
        Get("/{language:language}/statements/{id:guid}/text/{version:int}", (string language, Guid id, int version, PublicReads reads, HttpContext http, CancellationToken ct) =>
            Text(language, id, version, reads, http, ct));
        Get("/{language:language}/statements/feed.xml", async (string language, PublicReads reads, AdvocacySettings settings, HttpContext http, CancellationToken ct) =>
            Tagged(http, new Feed(language, settings.PublicUrl, key => WordsIn.Of(language, key)).Write(await reads.All(ct)), "application/atom+xml; charset=utf-8"));
        Get("/sitemap.xml", Sitemap);
        Get("/robots.txt", (AdvocacySettings settings, HttpContext http) => Tagged(http, Encoding.UTF8.GetBytes(
            $"User-agent: *\nDisallow: /workspace\nDisallow: /members\nDisallow: /sign-in\nDisallow: /api/\nDisallow: /hooks/\nDisallow: /m/\nDisallow: /u/\nDisallow: /*/sign/\nDisallow: /*/calendar/mine/\nSitemap: {new Uri(settings.PublicUrl, "/sitemap.xml").AbsoluteUri}\n"), "text/plain; charset=utf-8"));
        app.MapGet("/s/{number:int}", Short).AllowAnonymous().ExcludeFromDescription();

        void Get(string path, Delegate answer) => app.MapGet(path, answer).AllowAnonymous().ExcludeFromDescription().WithMetadata(shows);
    }

    /// <summary>The bytes under the published hash and none besides, so that "sha256sum" says the same.</summary>
    private static async Task<IResult> Text(string language, Guid id, int? version, PublicReads reads, HttpContext http, CancellationToken ct)
    {
        if (await reads.One(id, ct) is not { } statement) return Results.NotFound();
        var texts = version is null ? statement.Texts : [.. statement.Texts.Concat(statement.Earlier).Where(text => text.Version == version)];
        if (texts.FirstOrDefault(text => text.Text.Language == language) is not { } found) return Results.NotFound();
        return Tagged(http, Hashed(found), "text/plain; charset=utf-8");
    }

    public static byte[] Hashed(FrozenText text) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"mekong-statement:v1\n{text.Text.Language}\n{text.Version}\n{TextCanon.Title(text.Text.Title)}\n\n{TextCanon.Body(text.Text.Body)}"));

    private static async Task<IResult> Sitemap(PublicReads reads, AdvocacySettings settings, HttpContext http, CancellationToken ct)
    {
        string Address(string path) => new Uri(settings.PublicUrl, path).AbsoluteUri;
        var lists = Language.All.SelectMany(code => Lists.Select(list => new XElement(Map + "url", new XElement(Map + "loc", Address($"/{code}/{list}")))));
        var pages = (await reads.All(ct)).SelectMany(statement => statement.Texts.Select(text => new XElement(Map + "url",
            new XElement(Map + "loc", Address($"/{text.Text.Language}/statements/{statement.Row.Id}")),
            new XElement(Map + "lastmod", statement.UpdatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            statement.Texts.Select(other => new XElement(Html + "link",
                new XAttribute("rel", "alternate"), new XAttribute("hreflang", other.Text.Language), new XAttribute("href", Address($"/{other.Text.Language}/statements/{statement.Row.Id}")))))));
        var map = new XElement(Map + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Html), lists, pages);
        return Tagged(http, Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{map}\n"), "application/xml; charset=utf-8");
    }

    /// <summary>To the reader's language where the statement is written in it, else to one in which it is.</summary>
    private static async Task<IResult> Short(int number, PublicReads reads, CancellationToken ct) =>
        await reads.Numbered(number, ct) is { } statement ? Results.Redirect($"/{CultureInfo.CurrentUICulture.Name}/statements/{statement.Row.Id}") : Results.NotFound();

    /// <summary>A weak tag, for the bytes on the way depend on how they are packed.</summary>
    internal static IResult Tagged(HttpContext http, byte[] bytes, string type)
    {
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..12])}\"";
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.Any(known => known == "*" || known!.Contains(tag[2..], StringComparison.Ordinal))
            ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(bytes, type);
    }
}
