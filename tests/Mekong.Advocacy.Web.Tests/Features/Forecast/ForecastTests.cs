using System.Net;
using System.Text.Json;
using Mekong.Advocacy.Web.Features.Forecast;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Forecast;

public sealed class ForecastTests(TestPostgres postgres)
{
    private const string Link = "https://alerts.mekong.example/u/1.0123456789012345678901"; // 56 characters with a number of one digit

    private const string Readers = Given.Header +
        "Sokha Chan,,+85512000001,en,KH,3S Rivers,wages,form,2026-01-15\n" +
        "សុខា,,+85512000002,en,KH,,wages,form,2026-01-15\n" +
        "Malee,,+66812345678,en,TH,,wages,form,2026-01-15\n" +
        "Lan,,+84912345678,vi,VN,,wages,form,2026-01-15\n" +
        "Li,,+8613812345678,en,CN,,wages,form,2026-01-15\n" +
        "Mail only,mail@readers.example,,en,KH,,wages,form,2026-01-15\n";

    private static object Alert(string english, string vietnamese) => new
    {
        name = "Wages",
        texts = new { en = new { subject = "S", body = "B", sms = english }, vi = new { subject = "S", body = "B", sms = vietnamese } },
        audience = new { topics = new[] { "wages" }, channels = new[] { "email", "sms" } },
        fallback = "english",
    };

    [Fact]
    public async Task Any_text_is_counted_as_it_is_given()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var api = (await site.Desk()).Coordinator;
        (string Text, string Answer)[] known =
        [
            ("hello", """{"encoding":"GSM-7","units":5,"parts":1}"""),
            ("", """{"encoding":"GSM-7","units":0,"parts":0}"""),
            (new('a', 160), """{"encoding":"GSM-7","units":160,"parts":1}"""),
            (new('a', 161), """{"encoding":"GSM-7","units":161,"parts":2}"""),
            ("€", """{"encoding":"GSM-7","units":2,"parts":1}"""),
            (new('ក', 70), """{"encoding":"UCS-2","units":70,"parts":1}"""),
            (new('ក', 71), """{"encoding":"UCS-2","units":71,"parts":2}"""),
            (new('ក', 134), """{"encoding":"UCS-2","units":134,"parts":2}"""),
            (new('ក', 135), """{"encoding":"UCS-2","units":135,"parts":3}"""),
            ("👍👍", """{"encoding":"UCS-2","units":4,"parts":1}"""),
            ("don’t", """{"encoding":"UCS-2","units":5,"parts":1}"""),
            ("a\u200Bb", """{"encoding":"UCS-2","units":3,"parts":1}"""), // nothing is stripped
            (new('a', 10_000), """{"encoding":"GSM-7","units":10000,"parts":66}"""),
        ];
        foreach (var (text, answer) in known) Assert.Equal((200, answer), Of(await api.Post("/sms/forecast", new { text })));
        Assert.Equal("sms.needs-text", (await Refused(api, new { })).GetProperty("code").GetString());
        Assert.Equal("sms.needs-text", (await Refused(api, new { text = (string?)null })).GetProperty("code").GetString());
        var tooLong = await Refused(api, new { text = new string('a', 10_001) });
        Assert.Equal(("sms.text-too-long", "text"), (tooLong.GetProperty("code").GetString(), tooLong.GetProperty("errors")[0].GetProperty("field").GetString()));

        static (int, string) Of(ApiAnswer answer) => (answer.Code, answer.Body);
        static async Task<JsonElement> Refused(Sending.Api api, object body)
        {
            var answer = await api.Post("/sms/forecast", body);
            Assert.Equal((422, "application/problem+json"), (answer.Code, answer.ContentType));
            return answer.Json;
        }
    }

    [Fact]
    public async Task An_alert_is_counted_as_it_would_leave_with_the_longest_values_of_each_cell()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Readers);
        await Office.Prices(site, 100, ("KH", 0.05m), ("TH", 0.0245m), ("CN", 1m));
        var campaign = await desk.Draft(Alert("{{name}}: wages late?", "Lương chậm?"));
        var forecast = (await desk.Coordinator.Get($"/alerts/{campaign.Id}/forecast")).Json;
        var frame = "\nStop: ".Length + Link.Length; // what templates/alert/sms.en.txt adds
        Assert.Equal(
        [
            $"en KH UCS-2 {"សុខា: wages late?".Length + frame} 2 2 4 0.05 0.20", // one Khmer name, so all are counted in UCS-2
            $"en TH GSM-7 {"Malee: wages late?".Length + frame} 1 1 1 0.0245 0.0245",
            $"vi VN UCS-2 {"Lương chậm?\nHuy: ".Length + Link.Length} 2 1 2 null null",
        ], forecast.GetProperty("rows").EnumerateArray().Select(row => string.Join(' ', new[] { "language", "country", "encoding", "units", "parts", "recipients", "allParts", "price", "cost" }
            .Select(name => row.GetProperty(name) is { ValueKind: JsonValueKind.Null } ? "null" : row.GetProperty(name).ToString()))));
        Assert.Equal("""[4,7,0.23,"USD",100,false,["VN"]]""", JsonSerializer.Serialize(
            new[] { "recipients", "parts", "cost", "currency", "cap", "overCap", "unpriced" }.Select(name => forecast.GetProperty(name))));
        Assert.Equal(404, (await desk.Coordinator.Get($"/alerts/{Guid.Empty}/forecast")).Code);
    }

    [Fact]
    public async Task A_budget_holds_an_alert_back_and_the_report_holds_cost_against_forecast()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Phones(10));
        await Office.Prices(site, 0.99m, ("KH", 0.10m));
        var campaign = await desk.Approved(Given.Alert("wages", "sms"));
        var refused = await campaign.Try("schedule", new { at = "now" });
        Assert.Equal(422, refused.Code);
        var error = refused.Json.GetProperty("errors")[0];
        Assert.Equal(("alert.over-budget", "at", "1.00 USD > 0.99 USD"),
            (error.GetProperty("code").GetString(), error.GetProperty("field").GetString(), error.GetProperty("detail").GetString()));
        Assert.Equal("approved", (await campaign.Now()).Stage);

        await Office.Prices(site, 1m, ("KH", 0.10m));
        await campaign.Does("schedule", new { at = "now" });
        await campaign.Is("finished");
        await Office.Prices(site, 1m, ("KH", 9m)); // what was sent under an earlier list stays what it was
        var cost = await site.Services.GetRequiredService<ActualCost>().Of(campaign.Id, CancellationToken.None);
        Assert.Equal((10, 10, 1.00m, 1.00m, "USD"), (cost.Texts, cost.Parts, cost.Cost, cost.Forecast, cost.Currency));
        Assert.Equal(10, await network.Number("select count(*) from advocacy.deliveries where parts = 1"));
    }

    [Fact]
    public async Task A_text_is_folded_on_the_page_and_loses_its_approval()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Readers);
        var campaign = await desk.Approved(Alert("It’s late", "Hãy ký “ngay”"));
        var (path, office) = ($"/workspace/alerts/{campaign.Id}/forecast", await Office.Of(site, "coordinator"));
        var page = await office.Read(path);
        Assert.Contains("<mark>It’s</mark> late", page, StringComparison.Ordinal);
        Assert.Contains("<mark>Hãy</mark> <mark>ký</mark> <mark>“ngay”</mark>", page, StringComparison.Ordinal);
        Assert.Contains("2 parts become 1.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await office.Post(path, path + "?handler=Fold", ("language", "vi"), ("kind", "Accents"), ("back", "forecast"))).Status);
        Assert.Equal("draft", (await campaign.Now()).Stage);
        var text = (await desk.Coordinator.Get($"/alerts/{campaign.Id}")).Json.GetProperty("content").GetProperty("texts").GetProperty("vi").GetProperty("sms");
        Assert.Equal("Hay ky \"ngay\"", text.GetString());
        Assert.DoesNotContain("Hãy", await office.Read(path), StringComparison.Ordinal);
        var (status, _) = await office.Post(path, path + "?handler=Fold", ("language", "km"), ("kind", "Accents"));
        Assert.Equal(HttpStatusCode.OK, status); // refused and shown, not done
    }

    [Fact]
    public async Task An_administrator_changes_prices_others_read_them_and_faults_stand_at_their_fields()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        const string path = "/workspace/operations/prices";
        var (admin, reader) = (await Office.Of(site, "admin"), await Office.Of(site, "coordinator"));
        var (status, page) = await admin.Post(path, path, ("currency", "US"), ("prices[KH]", "0,05"), ("cap", "1,000"), ("source", "An invoice"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("href=\"#prices.KH\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"0,05\"", page, StringComparison.Ordinal); // nothing typed is lost
        Assert.Equal(0, await network.Number("select count(*) from advocacy.sms_prices"));

        Assert.Equal(HttpStatusCode.Redirect, (await admin.Post(path, path,
            ("currency", "usd"), ("prices[KH]", "០.០៥"), ("prices[TH]", "0.0245"), ("prices[VN]", ""), ("cap", "100"), ("source", "An invoice of October"))).Status);
        var shown = await reader.Read(path);
        Assert.Contains("admin@mekong.example", shown, StringComparison.Ordinal);
        Assert.Contains("0.0245\u00A0USD", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"currency\"", shown, StringComparison.Ordinal);
        await reader.Post("/workspace/account", path, ("currency", "USD"), ("prices[KH]", "9"), ("source", "Not mine to say"));
        Assert.Equal(1, await network.Number("select count(*) from advocacy.sms_prices"));
    }
}
