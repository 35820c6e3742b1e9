using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Engines.Hangfire;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs.Packaged;

/// <summary>Hangfire's own pages: for administrators, to look at.</summary>
public sealed class JobPagesTests(TestPostgres postgres)
{
    private const string Tests = "tests", AsHeader = "X-As";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("coordinator", HttpStatusCode.Forbidden)]
    [InlineData("approver", HttpStatusCode.Forbidden)]
    [InlineData("observer", HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.OK)]
    public async Task Only_an_administrator_sees_them(string? role, HttpStatusCode expected)
    {
        await using var app = await Start(new EngineChoice { Jobs = "Hangfire" });
        foreach (var page in new[] { "", "/jobs/failed", "/servers" })
            Assert.Equal(expected, (await Ask(app, HttpMethod.Get, page, role)).StatusCode);
    }

    [Fact]
    public async Task They_are_to_look_at_and_do_not_say_where_the_database_is()
    {
        await using var app = await Start(new EngineChoice { Jobs = "Hangfire" });
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(app, HttpMethod.Post, "/jobs/failed/delete", "admin")).StatusCode);
        var home = await (await Ask(app, HttpMethod.Get, "", "admin")).Content.ReadAsStringAsync(Ct);
        Assert.Contains("Hangfire", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Schema: hangfire", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Quartz_runs_the_jobs_there_are_none()
    {
        await using var app = await Start(EngineChoice.AllBuiltIn);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(app, HttpMethod.Get, "", "admin")).StatusCode);
    }

    private static Task<HttpResponseMessage> Ask(WebApplication app, HttpMethod method, string page, string? role)
    {
        var request = new HttpRequestMessage(method, JobPages.Path + page);
        if (role is not null) request.Headers.Add(AsHeader, role);
        return app.GetTestClient().SendAsync(request, Ct);
    }

    private async Task<WebApplication> Start(EngineChoice engines)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddHangfireJobs(NpgsqlDataSource.Create(await postgres.NewDatabase()), runsJobs: false);
        builder.Services.AddAuthentication(Tests).AddScheme<AuthenticationSchemeOptions, AsTheHeaderSays>(Tests, null);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        JobPages.Map(app, engines);
        await app.StartAsync(Ct);
        return app;
    }

    private sealed class AsTheHeaderSays(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers[AsHeader] is [{ } role]
            ? AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.Role, role)], Tests)), Tests)) : AuthenticateResult.NoResult());
    }
}
