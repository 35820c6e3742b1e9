using System.Globalization;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Alerts;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Features.Statements;
using Mekong.Advocacy.Web.Tests.Features.Statements.Public;
using Microsoft.Extensions.DependencyInjection;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.SignOns;

/// <summary>Drill A18: who signs quicker than people do is held and not counted, and a wave is settled in one act.</summary>
public sealed class WavesTests(JointDesk desk) : IClassFixture<JointDesk>
{
    [Fact]
    public async Task What_comes_too_quickly_is_held_though_confirmed_and_a_wave_is_removed_in_one_act()
    {
        using var passer = new Passer(desk);
        var id = await Opened();
        desk.Network.Clock.Move(TimeSpan.FromMinutes(6));
        for (var n = 1; n <= 12; n++) await Sign(passer, id, string.Create(CultureInfo.InvariantCulture, $"fake{n}@stuffing.example"));
        var pages = new List<Sheet>();
        foreach (var link in await Links(id)) pages.Add(await passer.Post(link, []));
        Assert.True(pages[0].Says("It counts now"), pages[0].Html);
        Assert.All(pages.Skip(1), page => Assert.True(page.Says("the office looks at them") && !page.Says("It counts now"), page.Html));
        Assert.True((await passer.Get($"/en/statements/{id}")).Says("People: 1"));

        var seen = (await desk.Coordinator.Get($"/statements/{id}/sign-ons/waves")).Json.EnumerateArray().ToList();
        Assert.Contains(seen, wave => wave.GetProperty("mailDomain").GetString() == "stuffing.example" && wave.GetProperty("offers").GetInt32() == 12);
        var place = seen.Single(wave => wave.GetProperty("place").GetString() is not null).GetProperty("place").GetString();
        Assert.Equal(422, (await desk.Coordinator.Post($"/statements/{id}/sign-ons/waves", new { action = "remove", reason = "All of them?" })).Code);
        Assert.Equal(422, (await desk.Coordinator.Post($"/statements/{id}/sign-ons/waves", new { action = "remove", place })).Code);
        Done(await desk.Coordinator.Post($"/statements/{id}/sign-ons/waves", new { action = "remove", place, reason = "Made up" }));
        await Until.Sees(() => Number(id, "stage in ('Refused', 'Invalidated')"), count => count == 12, "all are settled");
        Assert.Equal(1, await Number(id, "stage = 'Invalidated'"));
        Assert.True((await passer.Get($"/en/statements/{id}")).Says("Organisations: 0"));
        Assert.Equal(2, await desk.Network.Number($"select count(*) from advocacy.register_entries where statement_id = '{id}'"));
    }

    [Fact]
    public async Task What_is_found_good_counts_if_it_was_confirmed_and_once_it_is()
    {
        using var passer = new Passer(desk);
        var id = await Opened();
        desk.Network.Clock.Move(TimeSpan.FromMinutes(6));
        for (var n = 1; n <= 4; n++) await Sign(passer, id, string.Create(CultureInfo.InvariantCulture, $"villager{n}@cafe.example"));
        var links = await Links(id);
        foreach (var link in links.Take(3)) await passer.Post(link, []);
        Assert.Equal(1, await Number(id, "stage = 'Live'"));
        Done(await desk.Coordinator.Post($"/statements/{id}/sign-ons/waves", new { action = "admit", mailDomain = "cafe.example", reason = "The café called" }));
        await Until.Sees(() => Number(id, "stage = 'Live'"), count => count == 3, "who had confirmed counts");
        Assert.True((await passer.Post(links[3], [])).Says("It counts now"));
        Assert.True((await passer.Get($"/en/statements/{id}")).Says("People: 4"));
    }

    [Fact]
    public async Task Tags_and_dots_make_no_second_person()
    {
        using var passer = new Passer(desk);
        var id = await Opened();
        foreach (var address in new[] { "mai.example@gmail.com", "maiexample+1@gmail.com", "m.a.iexample+2@googlemail.com", "MaiExample@gmail.com" }) await Sign(passer, id, address);
        Assert.Equal(1, await Number(id, "true"));
        Assert.Equal(1, await desk.Network.Number($"select count(*) from advocacy.offers where statement_id = '{id}'"));
    }

    [Fact]
    public async Task The_page_shows_how_many_a_choice_hits_before_anything_is_done()
    {
        using var passer = new Passer(desk);
        var id = await Opened();
        for (var n = 1; n <= 11; n++) await Sign(passer, id, string.Create(CultureInfo.InvariantCulture, $"one{n}@looked.example"));
        using var office = await SignedIn.As(desk.Site, Role.Coordinator);
        var path = $"/workspace/statements/{id}/sign-ons/wave";
        Assert.Contains("looked.example", await office.Get(path), StringComparison.Ordinal);
        Assert.Contains("This hits 11 sign-ons.", await office.Get($"{path}?domain=looked.example"), StringComparison.Ordinal);
        Assert.Contains("This hits 0 sign-ons.", await office.Get($"{path}?domain=nobody.example"), StringComparison.Ordinal);
        var looked = $"{path}?domain=looked.example";
        Assert.Equal($"/workspace/statements/{id}/sign-ons", await office.Post(looked, $"{path}?handler=Remove", [("domain", "looked.example"), ("reason", "Made up")]));
        await Until.Sees(() => Number(id, "stage = 'Refused'"), count => count == 11, "all are refused");
    }

    private Task<long> Number(Guid id, string which) => desk.Network.Number($"select count(*) from advocacy.sign_ons where statement_id = '{id}' and {which}");

    private async Task Sign(Passer passer, Guid id, string address)
    {
        var answer = await passer.Post($"/en/statements/{id}/sign?handler=Individual", new()
        {
            ["Form.TextLanguage"] = "en",
            ["Form.TextHash"] = await desk.HashOf(id, "en"),
            ["Form.Person"] = "Somebody",
            ["Form.OwnEmail"] = address,
            ["Form.OwnCountry"] = "LA",
        });
        Assert.True(answer.Says("Thank you"), answer.Html);
    }

    private async Task<List<string>> Links(Guid id)
    {
        var (first, last) = (await desk.Network.Number($"select min(number) from advocacy.offers where statement_id = '{id}'"), await desk.Network.Number($"select max(number) from advocacy.offers where statement_id = '{id}'"));
        var links = desk.Site.Services.GetRequiredService<Links>();
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(n => $"/en/sign/{links.Token(Offers.Purpose, first + n)}")];
    }

    private Task<Guid> Opened() => desk.Opened(new
    {
        name = "Wages unpaid",
        texts = new { en = new { title = "Pay what is owed", body = "Workers were sent home without their wages." } },
        addressees = new[] { new { key = "labour-ministry", office = "Ministry of Labour", language = "km", country = "KH" } },
        opensAt = desk.Local(TimeSpan.FromHours(1)),
        closesAt = desk.Local(TimeSpan.FromDays(9)),
        zone = "Asia/Bangkok",
        individuals = true,
    });
}
