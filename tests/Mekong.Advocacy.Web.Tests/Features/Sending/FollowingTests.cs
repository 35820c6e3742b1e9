using System.Text.Json;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>What follows an alert: a correction for exactly those who received it, and another go for those it did not reach.</summary>
public sealed class FollowingTests(TestPostgres postgres)
{
    private const string Readers = """
        name,email,phone,language,country,organisation,role,topics,consent_source,consent_date
        Sokha,sokha@readers.example,,km,KH,Rivers,organiser,wages,form,2026-01-15
        Malee,malee@readers.example,,th,TH,Rivers,journalist,wages,form,2026-01-15
        Anne,anne@readers.example,,en,TH,,,wages,form,2026-01-15
        Khin,khin@readers.example,,my,MM,,migrant,wages,form,2026-01-15
        Bua,bua@readers.example,,en,LA,,,wages,form,2026-01-15

        """;

    private static object Alert(params string[] languages) => new
    {
        name = "Amnesty ends",
        texts = languages.ToDictionary(code => code, code => new { subject = $"Subject {code}", body = $"Body {code}.", sms = "" }),
        audience = new { topics = new[] { "wages" }, channels = new[] { "email" } },
        fallback = "none",
    };

    [Fact]
    public async Task A_correction_goes_to_exactly_those_who_received_it_in_the_language_they_received()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Readers);
        network.Mail.Script = new() { Answer = (verb, line, _) => verb == "RCPT" && line.Contains("bua@", StringComparison.Ordinal) ? "550 5.1.1 No such user" : null };
        var first = await desk.SendAll(Alert("en", "km", "th"));
        Assert.Equal(new Tally("finished", 5, 0, 0, 3, 0, 1, 1, 0), await first.Now()); // Bua's address is dead, Khin has no text

        await desk.Import(Readers.Replace("sokha@readers.example,,km", "sokha@readers.example,,en", StringComparison.Ordinal)
            + "Vanna,vanna@readers.example,,km,KH,,,wages,form,2026-01-15\n");
        var link = network.Mail.Mails.Single(mail => mail.To == "anne@readers.example").Text.Split("/u/")[1].Split('>', ' ', '\r')[0];
        using (var anyone = site.Public()) Assert.True((await anyone.Ask(HttpMethod.Post, $"/u/{link}")).IsSuccessStatusCode);

        var correction = desk.Followed(await first.Try("corrections", new { kind = "update" }));
        var content = (await desk.Coordinator.Get($"/alerts/{correction.Id}")).Json.GetProperty("content");
        Assert.Equal("Correction of Amnesty ends", content.GetProperty("name").GetString());
        Assert.Equal("Correction: Subject en", content.GetProperty("texts").GetProperty("en").GetProperty("subject").GetString());
        Assert.Equal("แก้ไข: Subject th", content.GetProperty("texts").GetProperty("th").GetProperty("subject").GetString());

        await desk.Sent(correction);
        Assert.Equal(new Tally("finished", 3, 0, 0, 2, 0, 0, 1, 0), await correction.Now());
        Assert.Equal(
            [("km", "sent", null), ("th", "sent", null), ("en", "suppressed", "opted-out")],
            (await correction.Rows()).Select(row => (row.Language, row.State, row.Reason)).OrderBy(row => row.Reason).ThenBy(row => row.Language));
        Assert.Equal(
            ["malee@readers.example", "sokha@readers.example"],
            network.Mail.Mails.Skip(3).Select(mail => mail.To).Order());

        var cancellation = desk.Followed(await correction.Try("corrections", new { kind = "cancellation", name = "Called off" }));
        Assert.Equal(new Audience([], [], [], [], ["email"]) { Relation = new(RelationKind.Cancellation, correction.Id) }, await Audience(desk, cancellation.Id));
    }

    [Fact]
    public async Task Those_not_reached_are_tried_again_until_some_alert_has_reached_them()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Readers);
        network.Mail.Script = new() { Answer = (verb, line, _) => verb == "RCPT" && line.Contains("bua@", StringComparison.Ordinal) ? "550 5.2.2 Mailbox full" : null };
        var early = await desk.Draft(Alert("en", "km", "th"));
        Assert.Equal(409, (await early.Try("rest")).Code);
        Assert.Equal(409, (await early.Try("corrections", new { kind = "update" })).Code);
        Assert.Equal(422, (await early.Try("corrections", new { })).Code);

        var first = await desk.SendAll(Alert("en", "km", "th"));
        var rest = desk.Followed(await first.Try("rest"));
        var frozen = site.Services.GetRequiredService<FrozenAudience>();
        AlertContent Again(params string[] codes) => new(
            "Again", codes.ToDictionary(code => code, _ => new AlertText("S", "B", "")),
            new Audience([], [], [], [], ["email"]) { Relation = new(RelationKind.NotReached, first.Id) }, Fallback.None);
        Assert.Contains(new AudienceCount("email", "my", null, 1), await frozen.Count(Again("en", "my"), CancellationToken.None));
        Assert.Contains(new AudienceCount("email", null, "no-text", 1), await frozen.Count(Again("en"), CancellationToken.None));

        network.Mail.Script = new();
        var json = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>((await desk.Coordinator.Get($"/alerts/{rest.Id}")).Json.GetProperty("content").GetRawText())!;
        json["texts"] = JsonSerializer.SerializeToElement(new { my = new { subject = "S", body = "B", sms = "" } });
        var edited = await desk.Coordinator.Put($"/alerts/{rest.Id}", json);
        Assert.True(edited.Code == 200, edited.ToString());
        rest = new Campaign(desk, rest.Id, edited.Json.GetProperty("contentHash").GetString()!);
        await desk.Sent(rest);
        Assert.Contains(network.Mail.Mails, mail => mail.To == "khin@readers.example");
        Assert.DoesNotContain(await frozen.Count(Again("en", "my"), CancellationToken.None), count => count.Language == "my");

        json["audience"] = JsonSerializer.SerializeToElement(new { channels = new[] { "email" } });
        var copy = (await rest.Try("copies")).Json.GetProperty("id").GetGuid();
        Assert.Equal(422, (await desk.Coordinator.Put($"/alerts/{copy}", json)).Code); // it would go to everybody
        Assert.Equal("Copy of Amnesty ends, to those not reached", (await desk.Coordinator.Get($"/alerts/{copy}")).Json.GetProperty("content").GetProperty("name").GetString());

        await first.Does("archive");
        Assert.Equal(1, await network.Number("select count(*) from advocacy.alerts where archived_at is not null"));
        await first.Does("unarchive");
        Assert.Equal(0, await network.Number("select count(*) from advocacy.alerts where archived_at is not null"));
    }

    [Fact]
    public async Task An_audience_is_chosen_by_role_too_and_the_list_shows_who_each_number_counts()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Readers);
        var content = new AlertContent(
            "Roles", new Dictionary<string, AlertText> { ["en"] = new("S", "B", ""), ["th"] = new("S", "B", "") },
            new Audience([], [], [], [], ["email"]) { Roles = ["journalist", "organiser", "migrant"] }, Fallback.English);
        var frozen = site.Services.GetRequiredService<FrozenAudience>();
        var reads = site.Services.GetRequiredService<AudienceReads>();
        Assert.Equal(
            [new("email", "en", null, 2), new("email", "th", null, 1)], await frozen.Count(content, CancellationToken.None));
        Assert.Equal(
            [(Fallback.Next, 2L), (Fallback.English, 2L), (Fallback.None, 0L)],
            (await reads.Fallbacks(content, CancellationToken.None)).Select(pair => (pair.Key, pair.Value)));
        var served = await reads.Page(content, new AudiencePart("email", "en", null), 1, CancellationToken.None);
        Assert.Equal(
            [("km", "en", "KH", "Rivers", "organiser"), ("my", "en", "MM", null, "migrant")],
            served.Select(member => (member.Own, member.Language!, member.Country, member.Organisation, member.Role!)).Order());
        Assert.Empty(await reads.Page(content, new AudiencePart("email", "en", null), 2, CancellationToken.None));
        Assert.Equal(["my"], (await reads.Page(content with { Fallback = Fallback.None, Audience = content.Audience with { Countries = ["MM"] } },
            new AudiencePart(null, null, "no-text"), 1, CancellationToken.None)).Select(member => member.Own));
        Assert.Equal([new("email", "my", null, 1)], await frozen.Count(content.Audience with { Countries = ["MM"] }, CancellationToken.None));
    }

    private static async Task<Audience> Audience(Desk desk, Guid id)
    {
        var audience = (await desk.Coordinator.Get($"/alerts/{id}")).Json.GetProperty("content").GetProperty("audience");
        var relation = audience.GetProperty("relation");
        return new Audience([], [], [], [], audience.GetProperty("channels").Deserialize<string[]>()!)
        {
            Relation = new(Enum.Parse<RelationKind>(relation.GetProperty("kind").GetString()!, ignoreCase: true), relation.GetProperty("alertId").GetGuid()),
        };
    }
}
