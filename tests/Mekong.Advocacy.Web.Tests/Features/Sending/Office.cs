using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Web.Features.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>Somebody at work in the pages: signed in by a one-time link, posting the forms that the pages show.</summary>
internal sealed partial class Office(HttpClient http)
{
    public static async Task<Office> SignIn(Site site, string email, string role)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
        var link = (await desk.OneTimeLink(await desk.Ensure(email, role))).PathAndQuery;
        var office = new Office(new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Url });
        Assert.Equal(HttpStatusCode.Redirect, (await office.Post(link, link)).Status);
        return office;
    }

    public async Task<(HttpStatusCode Status, string Body)> Get(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Posts to one address the token and whatever hidden fields the page at another shows, and what is typed.</summary>
    public async Task<(HttpStatusCode Status, string Body)> Post(string page, string to, params (string Name, string Value)[] typed)
    {
        var shown = (await Get(page)).Body;
        var fields = Hidden().Matches(shown).Select(match => (Name: match.Groups[1].Value, Value: match.Groups[2].Value))
            .Where(field => !typed.Any(one => one.Name == field.Name)).Concat(typed).DistinctBy(field => field.Name)
            .Select(field => KeyValuePair.Create(field.Name, field.Value));
        using var form = new FormUrlEncodedContent(fields);
        using var response = await http.PostAsync(new Uri(to, UriKind.Relative), form);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    [GeneratedRegex("""<input(?=[^>]*type="hidden")[^>]*name="([^"]+)"[^>]*value="([^"]*)""")]
    private static partial Regex Hidden();
}
