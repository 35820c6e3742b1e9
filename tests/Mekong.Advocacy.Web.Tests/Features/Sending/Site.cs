using System.Net.Http.Headers;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>The whole platform running in this process on a port of its own, as in Production but silent.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly Platform platform;

    private Site(Platform platform, Network network) => (this.platform, Network) = (platform, network);

    public Network Network { get; }
    public IServiceProvider Services => platform.App.Services;
    public Uri Url => new(platform.App.Urls.First());

    /// <param name="map">Endpoints of a test's own.</param>
    public static async Task<Site> Open(Network network, ProcessRole role, Action<Microsoft.AspNetCore.Builder.WebApplication>? map = null)
    {
        string[] args =
        [
            "--urls=http://127.0.0.1:0", "--environment=Production", "--Logging:Console:LogLevel:Default=" + (Environment.GetEnvironmentVariable("MEKONG_TEST_LOG") ?? "None"),
            .. network.Settings.Select(setting => $"--Advocacy:{setting.Key}={setting.Value}"),
        ];
        var platform = await Platform.Open(role, args, CancellationToken.None, builder => builder.Services.AddSingleton<TimeProvider>(network.Clock));
        map?.Invoke(platform.App);
        await platform.Start(CancellationToken.None);
        return new Site(platform, network);
    }

    public HttpClient Public() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Url };

    /// <summary>The API as an account of this role sees it; the account is made where it is missing.</summary>
    public async Task<Api> As(string role, string? email = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<AccountDesk>().Ensure(email ?? $"{role}@mekong.example", role);
        var token = await scope.ServiceProvider.GetRequiredService<ApiTokens>().Create(account.Id, Guid.NewGuid().ToString("N"), CancellationToken.None);
        var http = Public();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new Api(http);
    }

    /// <summary>A coordinator and an approver at work on one list.</summary>
    public async Task<Desk> Desk() => new(await As(Role.Coordinator), await As(Role.Approver));

    public ValueTask DisposeAsync() => platform.DisposeAsync();
}

/// <summary>Somebody without a token or a cookie.</summary>
internal static class Visitors
{
    public static Task<HttpResponseMessage> Ask(this HttpClient http, HttpMethod method, string path, HttpContent? content = null) =>
        http.SendAsync(new HttpRequestMessage(method, path) { Content = content }, CancellationToken.None);
}
