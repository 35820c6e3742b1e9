using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Alerts;

/// <summary>One answer to a browser: where it leads, or the page.</summary>
internal sealed partial record Sheet(HttpStatusCode Status, string? Location, string Html)
{
    /// <summary>What a browser would send of the page's last form: hidden fields, inputs, chosen options and text areas.</summary>
    public Dictionary<string, string> Form()
    {
        var form = Html[Html.LastIndexOf("<form", StringComparison.Ordinal)..];
        var fields = new Dictionary<string, string>();
        foreach (Match input in Input().Matches(form)) fields[Of(input.Value, "name")!] = Of(input.Value, "value") ?? "";
        foreach (Match area in Area().Matches(form)) fields[Of(area.Groups[1].Value, "name")!] = WebUtility.HtmlDecode(area.Groups[2].Value);
        foreach (Match select in Select().Matches(form)) fields[Of(select.Groups[1].Value, "name")!] = Of(Chosen().Match(select.Groups[2].Value).Value, "value") ?? "";
        return fields;
    }

    public bool Says(string text) => WebUtility.HtmlDecode(Html).Contains(text, StringComparison.Ordinal);

    private static string? Of(string tag, string attribute) =>
        Regex.Match(tag, $"\\s{attribute}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea([^>]*)>\\n?(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Area();

    [GeneratedRegex("<select([^>]*)>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option[^>]*selected[^>]*>")]
    private static partial Regex Chosen();
}

/// <summary>Somebody of the office in front of a browser: cookies and forms, no scripts.</summary>
internal sealed class Visitor(Site site, string email) : IDisposable
{
    public const string Password = "three quiet rivers";

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = site.Url };

    public static async Task<Visitor> SignedIn(Site site, string email)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<AccountDesk>().Ensure(email, Role.Coordinator);
        await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().AddPasswordAsync(account, Password);
        var visitor = new Visitor(site, email);
        Assert.Equal("/workspace", (await visitor.SignIn(await visitor.Get("/sign-in"))).Location);
        return visitor;
    }

    public Task<Sheet> Get(string path) => Send(new(HttpMethod.Get, path));

    public Task<Sheet> Post(string path, Dictionary<string, string> form, string? header = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        if (header is not null) request.Headers.Add(header, "true");
        return Send(request);
    }

    public Task<Sheet> SignIn(Sheet page, string password = Password) => Post("/sign-in", new(page.Form()) { ["email"] = email, ["password"] = password });

    /// <summary>By a one-time link, as in another tab of the same browser.</summary>
    public async Task SignInElsewhere()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
        var link = (await desk.OneTimeLink((await desk.Find(email))!)).AbsolutePath;
        Assert.Equal(HttpStatusCode.Redirect, (await Post(link, (await Get(link)).Form())).Status);
    }

    public void Dispose() => http.Dispose();

    private async Task<Sheet> Send(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        return new(response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync());
    }
}
