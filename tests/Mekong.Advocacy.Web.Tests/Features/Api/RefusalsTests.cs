using System.Net.Http.Headers;
using System.Text.Json;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Api;

/// <summary>What the API says no to, and how: RFC 9457 with our code, the field and a sentence.</summary>
public sealed class RefusalsTests(RefusalsTests.Running running) : IClassFixture<RefusalsTests.Running>
{
    private Site Site => running.Site;
    private Desk Desk => running.Desk;

    [Fact]
    public async Task Nobody_approves_what_they_wrote_any_part_of()
    {
        var both = await Site.As("admin");
        var campaign = await Desk.Draft(Given.Alert());
        Assert.Equal(200, (await both.Put($"/alerts/{campaign.Id}", Given.Alert("housing"))).Code);
        await campaign.Does("approval-request");
        var hash = (await Desk.Coordinator.Get($"/alerts/{campaign.Id}")).Json.GetProperty("contentHash").GetString();
        Refuses(403, "alert.author-may-not-approve", await campaign.Try("approval", new { contentHash = hash }, both));
        Refuses(403, "account.not-allowed", await campaign.Try("approval", new { contentHash = hash }));
        await campaign.Does("approval", new { contentHash = hash }, Desk.Approver);
    }

    [Fact]
    public async Task Approval_binds_exactly_what_was_read_and_an_edit_voids_it()
    {
        var campaign = await Desk.Draft(Given.Alert());
        Refuses(409, "alert.approval-not-requested", await campaign.Try("approval", new { contentHash = campaign.Hash }, Desk.Approver));
        Refuses(409, "alert.not-approved", await campaign.Try("schedule", new { at = "now" }));
        await campaign.Does("approval-request");
        Refuses(409, "alert.content-has-moved", "contentHash", await campaign.Try("approval", new { contentHash = new string('0', 64) }, Desk.Approver));
        Refuses(409, "alert.content-has-moved", "contentHash", await campaign.Try("approval", new { }, Desk.Approver));
        await campaign.Does("approval", new { contentHash = campaign.Hash.ToUpperInvariant() }, Desk.Approver);
        await campaign.Does("schedule", new { at = "2099-01-01T08:00", zone = "Asia/Yangon" });
        Assert.Equal(200, (await Desk.Coordinator.Put($"/alerts/{campaign.Id}", Given.Alert("housing"))).Code);
        Assert.Equal("draft", (await campaign.Now()).Stage);
        Refuses(409, "alert.not-approved", await campaign.Try("schedule", new { at = "now" }));
        Refuses(409, "alert.not-sending", await campaign.Try("pause"));
        Refuses(409, "alert.not-paused", await campaign.Try("resume"));
        await campaign.Does("cancel");
        Refuses(409, "alert.already-over", await campaign.Try("approval-request"));
    }

    [Theory]
    [InlineData("""{"name":"N","texts":{"xx":{"subject":"S"}},"audience":{"channels":["email"]}}""", "alert.unknown-language", "texts.xx")]
    [InlineData("""{"name":"N","texts":{"en":{"subject":"Dear {{vorname}}"}},"audience":{"channels":["email"]}}""", "alert.unknown-merge-field", "texts.en.subject")]
    [InlineData("""{"name":"N","texts":{"km":{"sms":"{{ }}"}},"audience":{"channels":["sms"]}}""", "alert.unknown-merge-field", "texts.km.sms")]
    [InlineData("""{"name":"N","audience":{"channels":["email"]},"fallback":"latin"}""", "alert.unknown-fallback", "fallback")]
    [InlineData("""{"name":"N","audience":{"channels":["email"]},"fallback":"7"}""", "alert.unknown-fallback", "fallback")]
    [InlineData("""{"name":"N","audience":{"channels":["fax"]}}""", "alert.unknown-channel", "audience.channels")]
    [InlineData("""{"name":"N","audience":{"channels":["email"],"countries":["XX"]}}""", "alert.unknown-country", "audience.countries")]
    [InlineData("""{"name":"N","audience":{"channels":[]}}""", "alert.needs-channel", "audience.channels")]
    [InlineData("""{"name":" ","audience":{"channels":["email"]}}""", "alert.needs-name", "name")]
    [InlineData("""{}""", "alert.needs-name", "name")]
    public async Task Faulty_contents_are_named_at_their_field(string json, string code, string field) =>
        Refuses(422, code, field, await Desk.Coordinator.Text(HttpMethod.Post, "/alerts", json, "application/json"));

    [Theory]
    [InlineData("2026-13-01T08:00", "Asia/Yangon", "alert.hour-not-understood", "at")]
    [InlineData("tomorrow", "Asia/Yangon", "alert.hour-not-understood", "at")]
    [InlineData("2099-01-01T08:00", "Asia/Atlantis", "alert.zone-not-known", "zone")]
    [InlineData("2099-01-01T08:00", null, "alert.zone-not-known", "zone")]
    [InlineData("2020-01-01T08:00", "Asia/Yangon", "alert.hour-has-passed", "at")]
    [InlineData("2099-03-29T02:30", "Europe/Berlin", "alert.hour-does-not-exist", "at")]
    public async Task An_hour_that_cannot_be_is_refused_at_its_field(string at, string? zone, string code, string field)
    {
        var campaign = await Desk.Approved(Given.Alert());
        Refuses(422, code, field, await campaign.Try("schedule", new { at, zone }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"name\":7}")]
    [InlineData("{\"name\":\"\\ud800\"}")]
    [InlineData("{\"texts\":{\"en\":\"text\"}}")]
    [InlineData("{\"audience\":{\"channels\":[null]},\"name\":\"n\"}")]
    [InlineData("{\"audience\":{\"channels\":[null],\"topics\":[null]},\"name\":\"n\"}")]
    public async Task Json_that_is_none_or_not_ours_is_a_problem_of_the_caller(string body)
    {
        foreach (var path in new[] { "/alerts", $"/alerts/{Guid.NewGuid()}/schedule" })
        {
            var answer = await Desk.Coordinator.Text(HttpMethod.Post, path, body, "application/json");
            Assert.True(answer is { Code: >= 400 and < 500, ContentType: "application/problem+json" }, $"{path} {body}: {answer}");
        }
    }

    [Fact]
    public async Task The_shell_of_http_is_a_problem_too()
    {
        Problem(415, await Desk.Coordinator.Text(HttpMethod.Post, "/alerts", "name=N", "text/plain"));
        Problem(404, await Desk.Coordinator.Get("/nothing-here"));
        Problem(404, await Desk.Coordinator.Get("/alerts/not-an-id"));
        Problem(405, await Desk.Coordinator.Text(HttpMethod.Delete, "/alerts", "", "application/json"));
        Problem(400, await Desk.Coordinator.Get($"/alerts/{Guid.NewGuid()}/deliveries?limit=many"));
        Refuses(404, "alert.no-such-alert", await Desk.Coordinator.Get($"/alerts/{Guid.NewGuid()}"));
        Refuses(404, "alert.no-such-alert", await Desk.Coordinator.Post($"/alerts/{Guid.NewGuid()}/pause"));
        Refuses(404, "alert.no-such-alert", await Desk.Coordinator.Get($"/alerts/{Guid.NewGuid()}/deliveries"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer mka_none-of-ours")]
    [InlineData("Bearer ")]
    [InlineData("Basic YTpi")]
    public async Task Without_a_token_of_ours_nothing_is_told(string? authorization)
    {
        using var http = Site.Public();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/alerts");
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((401, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(response.Headers.WwwAuthenticate, challenge => challenge.Scheme == "Bearer");
    }

    [Fact]
    public async Task Bodies_over_the_limit_are_refused_as_such()
    {
        var big = JsonSerializer.Serialize(new { name = new string('n', 1_100_000) });
        Problem(413, await Desk.Coordinator.Text(HttpMethod.Post, "/alerts", big, "application/json"));
        Problem(413, await Desk.Coordinator.Text(HttpMethod.Post, "/subscribers/import", new string('x', 20 * 1024 * 1024 + 1), "text/csv"));
        var wide = await Desk.Coordinator.Text(HttpMethod.Post, "/subscribers/import?dryRun=true", Given.Readers(20_000), "text/csv");
        Assert.Equal(20_000, wide.Json.GetProperty("lines").GetInt32()); // over a megabyte is a list, not an attack
        Assert.Equal(403, (await Desk.Approver.Text(HttpMethod.Post, "/subscribers/import", Given.Readers(1), "text/csv")).Code);
    }

    [Fact]
    public async Task A_refusal_is_a_sentence_in_the_callers_language()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/alerts") { Content = new StringContent("{}", new MediaTypeHeaderValue("application/json")) };
        request.Headers.AcceptLanguage.ParseAdd("km");
        var khmer = Sentence(await Desk.Coordinator.Send(request));
        var english = Sentence(await Desk.Coordinator.Text(HttpMethod.Post, "/alerts", "{}", "application/json"));
        if (english == "alert.needs-name") Assert.Skip("The words are not there yet.");
        Assert.NotEqual(english, khmer);
        Assert.Contains(khmer, letter => letter is >= '\u1780' and <= '\u17ff');
    }

    private static string Sentence(ApiAnswer answer) => answer.Json.GetProperty("errors")[0].GetProperty("sentence").GetString()!;

    private static void Problem(int status, ApiAnswer answer)
    {
        Assert.Equal((status, "application/problem+json"), (answer.Code, answer.ContentType));
        Assert.Equal(status, answer.Json.GetProperty("status").GetInt32());
        Assert.NotEqual("", answer.Json.GetProperty("title").GetString());
    }

    private static void Refuses(int status, string code, ApiAnswer answer) => Refuses(status, code, null, answer);

    private static void Refuses(int status, string code, string? field, ApiAnswer answer)
    {
        Problem(status, answer);
        Assert.Equal(code, answer.Json.GetProperty("code").GetString());
        Assert.Equal($"urn:mekong-advocacy:refusal:{code}", answer.Json.GetProperty("type").GetString());
        Assert.Contains(answer.Json.GetProperty("errors").EnumerateArray(), error =>
            error.GetProperty("code").GetString() == code && error.GetProperty("field").GetString() == field && error.GetProperty("sentence").GetString()!.Length > 0);
    }

    /// <summary>One platform for all of them: they change nothing that another would see.</summary>
    public sealed class Running(TestPostgres postgres) : IAsyncLifetime
    {
        private Network network = null!;

        internal Site Site { get; private set; } = null!;
        internal Desk Desk { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            network = await Network.Create(postgres);
            Site = await network.Open();
            Desk = await Site.Desk();
        }

        public async ValueTask DisposeAsync()
        {
            await Site.DisposeAsync();
            await network.DisposeAsync();
        }
    }
}
