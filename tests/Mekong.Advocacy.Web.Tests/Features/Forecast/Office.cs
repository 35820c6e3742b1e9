using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Forecast;

/// <summary>Somebody of the office at the pages, without scripts.</summary>
internal sealed partial class Office(HttpClient http)
{
    public static async Task<Office> Of(Site site, string role)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
        var link = await desk.OneTimeLink(await desk.Ensure($"{role}@mekong.example", role));
        var office = new Office(new HttpClient(new SecureCookies()) { BaseAddress = site.Url });
        await office.Post(link.PathAndQuery, link.PathAndQuery);
        return office;
    }

    public Task<HttpResponseMessage> Get(string path) => http.GetAsync(path);

    public async Task<string> Read(string path) => WebUtility.HtmlDecode(await http.GetStringAsync(path));

    /// <summary>Fills the form that stands on a page and sends it.</summary>
    public async Task<(HttpStatusCode Status, string Text)> Post(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await http.GetStringAsync(page)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await http.PostAsync(action, form);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>The list of prices as an administrator left it.</summary>
    public static async Task Prices(Site site, decimal? cap, params (string Country, decimal Price)[] prices)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var list = new SmsPriceList("USD", prices.ToDictionary(pair => pair.Country, pair => pair.Price), cap, "Invented for a test");
        await scope.ServiceProvider.GetRequiredService<Decider>().Decide(SmsPrices.Fold, SmsPrices.Id, book => book.Change(Guid.Empty, list), CancellationToken.None);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();

    /// <summary>Keeps cookies that are for TLS only and gives them back, as the proxy in front of the platform makes it look.</summary>
    private sealed class SecureCookies() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        private readonly Dictionary<string, string> jar = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (jar.Count > 0) request.Headers.Add("Cookie", string.Join("; ", jar.Select(pair => $"{pair.Key}={pair.Value}")));
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
                foreach (var cookie in cookies.Select(cookie => cookie.Split(';')[0].Split('=', 2))) jar[cookie[0]] = cookie[1];
            return answer;
        }
    }
}
