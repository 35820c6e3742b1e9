using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Web.Tests.Features.Alerts;

namespace Mekong.Advocacy.Web.Tests.Features.Statements.Public;

/// <summary>Somebody on the public site: no account, no cookie, no script.</summary>
internal sealed partial class Passer(JointDesk desk) : IDisposable
{
    private readonly HttpClient http = desk.Site.Public();

    public async Task<Sheet> Get(string path)
    {
        using var answer = await Ask(path);
        return new(answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<HttpResponseMessage> Ask(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<byte[]> Bytes(string path) => await http.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<Sheet> Post(string path, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return new(answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<HttpStatusCode> Status(string path) => (await Get(path)).Status;

    public static IEnumerable<string> LinksOn(string html) => Link().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct();

    /// <summary>Every address at which a statement can be seen, in a language.</summary>
    public static string[] PagesOf(Guid id, string language = "en") =>
    [
        $"/{language}/statements/{id}", $"/{language}/statements/{id}/text", $"/{language}/statements/{id}/text/1", $"/{language}/statements/{id}/register",
        $"/{language}/statements/{id}/register/1", $"/{language}/statements/{id}/sign",
    ];

    public void Dispose() => http.Dispose();

    [GeneratedRegex("""<a [^>]*href="(/[^"#]*)""")]
    private static partial Regex Link();
}
