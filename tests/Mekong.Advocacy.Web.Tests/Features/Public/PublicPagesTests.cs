using System.Globalization;
using System.Net;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Hosting.PublicPages;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Alerts;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Mekong.Advocacy.Web.Tests.Features.Public;

/// <summary>Public pages are made once for everybody, and anew as soon as something happens that shows on them.</summary>
public sealed class PublicPagesTests(TestPostgres postgres)
{
    private int made;

    [Fact]
    public async Task A_page_is_made_once_until_an_event_shows_on_it()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await Open(network);
        using var reader = site.Public();
        Assert.Equal(["en 0 alerts", "en 0 alerts", "en 0 alerts"], [await Page(reader), await Page(reader), await Page(reader)]);
        Assert.Equal(1, made);
        await Draft(site);
        Assert.Equal(["en 1 alerts", "en 1 alerts"], [await Page(reader), await Page(reader)]);
        Assert.Equal(2, made);
    }

    [Fact]
    public async Task What_another_process_records_shows_within_seconds()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await Open(network);
        await using var other = await network.Open(ProcessRole.Web);
        using var reader = site.Public();
        Assert.Equal("en 0 alerts", await Page(reader));
        await Draft(other);
        await Until.Sees(() => Page(reader), page => page == "en 1 alerts", "the other process's alert is shown", seconds: 5); // sooner than a copy grows old
    }

    [Fact]
    public async Task Each_language_and_encoding_has_its_own_copy()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await Open(network);
        using var reader = site.Public();
        foreach (var turn in Enumerable.Range(0, 2))
        {
            Assert.Equal("km 0 alerts", await Page(reader, ("Accept-Language", "km")));
            Assert.Equal("my 0 alerts", await Page(reader, ("Accept-Language", "my")));
            Assert.Equal("th 0 alerts", await Page(reader, ("Cookie", "lang=c%3Den%7Cuic%3Dth")));
            using var packed = await Ask(reader, HttpMethod.Get, "/tests/alerts", ("Accept-Encoding", "br"));
            Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
            Assert.Equal("en 0 alerts", await Page(reader));
        }
        Assert.Equal(5, made);
    }

    [Fact]
    public async Task Somebody_who_is_signed_in_neither_gets_nor_fills_the_copy()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await Open(network);
        using var member = await Visitor.SignedIn(site, "coordinator@mekong.example");
        using var reader = site.Public();
        Assert.StartsWith("<p>hello", (await member.Get("/tests/alerts")).Html, StringComparison.Ordinal);
        Assert.Equal("en 0 alerts", await Page(reader));
        Assert.StartsWith("<p>hello", (await member.Get("/tests/alerts")).Html, StringComparison.Ordinal);
        Assert.Equal("en 0 alerts", await Page(reader));
        Assert.Equal(3, made);
        Assert.Contains("/workspace", (await member.Get("/")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/workspace", await Body(reader, "/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tests/alerts?lang=km")]
    [InlineData("/tests/alerts?anything")]
    [InlineData("/tests/cookie")]
    [InlineData("/tests/form")]
    [InlineData("/tests/missing")]
    public async Task What_is_meant_for_one_reader_or_is_no_page_is_made_each_time(string path)
    {
        await using var network = await Network.Create(postgres);
        await using var site = await Open(network);
        using var reader = site.Public();
        foreach (var turn in Enumerable.Range(0, 3)) using (await Ask(reader, HttpMethod.Get, path)) { }
        using (var head = await Ask(reader, HttpMethod.Head, "/tests/alerts")) Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(4, made);
    }

    [Fact]
    public async Task A_page_that_was_being_made_when_the_event_came_is_not_kept()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await Open(network);
        using var reader = site.Public();
        var gate = meanwhile = new Gate();
        var slow = Page(reader);
        await gate.Entered.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await Draft(site);
        gate.Decision.SetResult(true);
        Assert.Equal("en 0 alerts", await slow);
        Assert.Equal("en 1 alerts", await Page(reader));
    }

    private Gate? meanwhile;

    private sealed class Gate
    {
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public TaskCompletionSource<bool> Decision { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static async Task Draft(Site site) =>
        Assert.Equal(201, (await (await site.As(Role.Coordinator)).Post("/alerts", Given.Alert())).Code);

    private static Task<string> Page(HttpClient reader, params (string, string)[] headers) => Body(reader, "/tests/alerts", headers);

    private static async Task<string> Body(HttpClient reader, string path, params (string, string)[] headers)
    {
        using var answer = await Ask(reader, HttpMethod.Get, path, headers);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> Ask(HttpClient reader, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return reader.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The platform with public pages that show how many alerts there are.</summary>
    private Task<Site> Open(Network network) => Site.Open(network, ProcessRole.Web, app =>
    {
        var shows = new PublicPageAttribute("alert");
        app.MapMethods("/tests/alerts", ["GET", "HEAD"], Alerts).AllowAnonymous().WithMetadata(shows);
        app.MapGet("/tests/missing", () => Made(Results.NotFound())).AllowAnonymous().WithMetadata(shows);
        app.MapGet("/tests/form", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-cache, no-store"; // as a page with a form's token says
            return Made(Results.Text("a form"));
        }).AllowAnonymous().WithMetadata(shows);
        app.MapGet("/tests/cookie", (HttpContext http) =>
        {
            http.Response.Cookies.Append("own", "1");
            return Made(Results.Text("a cookie"));
        }).AllowAnonymous().WithMetadata(shows);
    });

    private async Task<IResult> Alerts(HttpContext http, ITables tables, CancellationToken ct)
    {
        var count = (await tables.Query<long>("select count(*) from advocacy.alerts", null, ct))[0];
        if (Interlocked.Exchange(ref meanwhile, null) is { } gate)
        {
            gate.Entered.SetResult();
            await gate.Decision.Task.WaitAsync(TimeSpan.FromSeconds(20), ct);
        }
        var own = http.User.Identity is { IsAuthenticated: true } ? "<p>hello " : "";
        return Made(Results.Content($"{own}{CultureInfo.CurrentUICulture.Name} {count} alerts", "text/html"));
    }

    private IResult Made(IResult page)
    {
        Interlocked.Increment(ref made);
        return page;
    }
}
