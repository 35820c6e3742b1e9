using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Alerts;

/// <summary>Somebody at a browser without scripts: signed in by link, pressing the buttons of forms.</summary>
internal sealed partial class SignedIn(HttpClient http) : IDisposable
{
    public static async Task<SignedIn> As(Site site, string role)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
        var link = await desk.OneTimeLink(await desk.Ensure($"{role}@mekong.example", role));
        var person = new SignedIn(new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Url });
        await person.Post(link.PathAndQuery, link.PathAndQuery, []);
        return person;
    }

    public async Task<string> Get(string path)
    {
        var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Where it leads, or the page it shows.</summary>
    public async Task<string> Post(string page, string path, (string Name, string Value)[] fields, bool live = false)
    {
        var token = Token().Match(await Get(page)).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([.. fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))]),
        };
        if (live) request.Headers.Add("HX-Request", "true");
        var answer = await http.SendAsync(request);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{path}: {answer.StatusCode}");
        return answer.Headers.Location?.OriginalString ?? WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
