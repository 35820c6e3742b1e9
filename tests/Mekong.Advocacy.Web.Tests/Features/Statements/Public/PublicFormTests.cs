using System.Net;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Tests.Features.Alerts;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Microsoft.Extensions.DependencyInjection;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Statements.Public;

/// <summary>Those without an account sign by a form; nothing counts before somebody has made sure who they are.</summary>
public sealed class PublicFormTests(JointDesk desk) : IClassFixture<JointDesk>
{
    [Fact]
    public async Task An_organisation_counts_once_its_own_domain_has_confirmed_and_only_by_pressing_the_button()
    {
        using var passer = new Passer(desk);
        var id = await Opened();
        Assert.True((await Offer(passer, id, "Lantern Legal Aid", "lantern.example", "mai@lantern.example")).Says("We have sent a mail to mai@lantern.example"));
        await Until.Sees(() => Task.FromResult(desk.Network.Mail.Mails), mails => mails.Any(mail => mail.To == "mai@lantern.example"), "the link is mailed");
        Assert.True((await passer.Get($"/en/statements/{id}")).Says("Organisations: 0"));

        var link = await Link(id, "en");
        foreach (var turn in Enumerable.Range(0, 3)) Assert.True((await passer.Get(link)).Says("Lantern Legal Aid"));
        Assert.True((await passer.Get($"/en/statements/{id}")).Says("Organisations: 0"));
        var done = await passer.Post(link, []);
        Assert.True(done.Says("It counts now") && done.Html.Contains("/en/check?code=", StringComparison.Ordinal), done.Html);
        Assert.True((await passer.Post(link, [])).Says("It counts now")); // twice is once
        var page = await passer.Get($"/en/statements/{id}");
        Assert.True(page.Says("Organisations: 1") && page.Says("Lantern Legal Aid") && !page.Says("Mai Example"));
    }

    [Fact]
    public async Task Without_an_address_at_its_own_domain_it_waits_for_a_call_and_the_call_lets_it_count()
    {
        using var passer = new Passer(desk);
        var id = await Opened();
        var answer = await Offer(passer, id, "Bamboo Bridge", "bamboo-bridge.example", "bamboo.bridge@gmail.com", phone: "012 345 678");
        Assert.True(answer.Says("so we shall call you"), answer.Html);
        Assert.Equal(0, await desk.Network.Number($"select count(*) from advocacy.offers where statement_id = '{id}' and mailed_at is not null"));
        var organisation = (await desk.Coordinator.Get($"/statements/{id}/sign-ons/all")).Json[0];
        Assert.Equal("pending", organisation.GetProperty("stage").GetString());
        Done(await desk.Coordinator.Post($"/organisations/{organisation.GetProperty("endorserId").GetGuid()}/verification", new { means = "call-back", source = "https://bamboo-bridge.example/contact" }));
        await Until.Sees(() => passer.Get($"/en/statements/{id}"), page => page.Says("Organisations: 1"), "the call lets the offer count");
    }

    [Fact]
    public async Task A_stranger_with_a_domain_of_their_own_does_not_sign_for_an_organisation_that_we_know()
    {
        using var passer = new Passer(desk);
        var id = await Opened();
        await Offer(passer, id, "Golden Rice Union", "golden-rice.example", "dara@golden-rice.example");
        Assert.True((await passer.Post(await Link(id, "en"), [])).Says("It counts now"));
        var other = await Opened();
        Assert.True((await Offer(passer, other, "Golden Rice Union", "golden-rice-union.example", "x@golden-rice-union.example")).Says("We have sent a mail"));
        var refused = await passer.Post(await Link(other, "en"), []);
        Assert.True(refused.Says("we shall call you") && !refused.Says("It counts now"));
        var member = await desk.Member("Salt Road Workers", "ពលករផ្លូវអំបិល");
        Assert.NotEqual(Guid.Empty, member.Id);
        await Offer(passer, other, "Salt Road Workers", "salt-road.example", "y@salt-road.example");
        Assert.True((await passer.Post(await Link(other, "en"), [])).Says("we shall call you"));
        Assert.True((await passer.Get($"/en/statements/{other}")).Says("Organisations: 0"));
    }

    [Fact]
    public async Task Whether_an_organisation_has_signed_is_not_told_to_whoever_asks_in_its_name()
    {
        using var passer = new Passer(desk);
        var id = await Opened();
        var first = await Offer(passer, id, "Silent Orchard", "silent-orchard.example", "a@silent-orchard.example", display: "Sealed");
        Assert.True((await passer.Post(await Link(id, "en"), [])).Says("It counts now"));
        var probe = await Offer(passer, id, "Silent Orchard", "silent-orchard.example", "a@silent-orchard.example", display: "Sealed");
        Assert.Equal(first.Html, probe.Html);
    }

    [Fact]
    public async Task A_person_counts_apart_after_the_mail_and_is_named_nowhere()
    {
        using var passer = new Passer(desk);
        var id = await Opened();
        var form = new Dictionary<string, string>
        {
            ["Form.TextLanguage"] = "en",
            ["Form.TextHash"] = await desk.HashOf(id, "en"),
            ["Form.Person"] = "Bounmy Sample",
            ["Form.OwnEmail"] = "Bounmy@readers.example",
            ["Form.OwnCountry"] = "LA",
        };
        Assert.True((await passer.Post($"/lo/statements/{id}/sign?handler=Individual", form)).Status == HttpStatusCode.OK);
        Assert.Equal(0, await desk.Network.Number($"select count(*) from advocacy.register_entries where statement_id = '{id}'"));
        Assert.Equal(HttpStatusCode.OK, (await passer.Post(await Link(id, "lo"), [])).Status);
        var page = await passer.Get($"/en/statements/{id}");
        Assert.True(page.Says("People: 1") && page.Says("Organisations: 0") && !page.Says("Bounmy"));
        Assert.Equal(0, await desk.Network.Number("select count(*) from es.mt_events where data::text ilike '%bounmy%'"));
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_what_was_typed_stays()
    {
        using var passer = new Passer(desk);
        var id = await Opened();
        var page = await passer.Post($"/en/statements/{id}/sign?handler=Organisation", new()
        {
            ["Form.TextLanguage"] = "en",
            ["Form.TextHash"] = await desk.HashOf(id, "en"),
            ["Form.Names[en]"] = "Half a Form",
            ["Form.Website"] = "not a site",
            ["Form.Email"] = "nobody",
        });
        Assert.True(page.Says("Half a Form") && page.Says("This does not look like a website’s address.") && page.Says("Please choose a country."));
        var moved = await passer.Post($"/en/statements/{id}/sign?handler=Organisation", new() { ["Form.TextLanguage"] = "en", ["Form.TextHash"] = new string('0', 64) });
        Assert.False(moved.Says("Thank you"));
        var sweet = await passer.Post($"/en/statements/{id}/sign?handler=Organisation", new() { ["Form.Homepage"] = "https://spam.example" });
        Assert.True(sweet.Says("Thank you"));
        Assert.Equal(0, await desk.Network.Number($"select count(*) from advocacy.offers where statement_id = '{id}'"));
    }

    [Fact]
    public async Task After_the_deadline_neither_the_form_nor_a_link_counts()
    {
        using var passer = new Passer(desk);
        var id = await Opened();
        await Offer(passer, id, "Evening Market Hands", "evening-hands.example", "z@evening-hands.example");
        var link = await Link(id, "en");
        desk.Network.Clock.Move(TimeSpan.FromDays(10));
        Assert.False((await passer.Post(link, [])).Says("It counts now"));
        Assert.False((await Offer(passer, id, "Later Still", "later.example", "z@later.example")).Says("Thank you"));
        Assert.Equal(0, await desk.Network.Number($"select count(*) from advocacy.register_entries where statement_id = '{id}'"));
    }

    private Task<Guid> Opened() => desk.Opened(new
    {
        name = "Wages unpaid",
        texts = new { en = new { title = "Pay what is owed", body = "Workers were sent home without their wages." } },
        addressees = new[] { new { key = "labour-ministry", office = "Ministry of Labour", language = "km", country = "KH" } },
        opensAt = desk.Local(TimeSpan.FromHours(1)),
        closesAt = desk.Local(TimeSpan.FromDays(9)),
        zone = "Asia/Bangkok",
        outside = true,
        individuals = true,
    });

    private async Task<Sheet> Offer(Passer passer, Guid id, string name, string website, string email, string phone = "", string display = "Shown") =>
        await passer.Post($"/en/statements/{id}/sign?handler=Organisation", new()
        {
            ["Form.TextLanguage"] = "en",
            ["Form.TextHash"] = await desk.HashOf(id, "en"),
            ["Form.Names[en]"] = name,
            ["Form.Country"] = "KH",
            ["Form.Website"] = website,
            ["Form.Officer"] = "Mai Example",
            ["Form.Capacity"] = "Director",
            ["Form.Email"] = email,
            ["Form.Phone"] = phone,
            ["Form.Display"] = display,
        });

    /// <summary>The last link that was mailed for this statement.</summary>
    private async Task<string> Link(Guid id, string language)
    {
        var number = await desk.Network.Number($"select max(number) from advocacy.offers where statement_id = '{id}'");
        return $"/{language}/sign/{desk.Site.Services.GetRequiredService<Links>().Token(Offers.Purpose, number)}";
    }
}
