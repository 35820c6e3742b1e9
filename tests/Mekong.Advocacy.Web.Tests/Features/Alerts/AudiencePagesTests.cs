using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Alerts;

/// <summary>Step 2 without scripts: counting, saving, segments, and the names behind a number.</summary>
public sealed class AudiencePagesTests(TestPostgres postgres)
{
    private const string Readers = """
        name,email,phone,language,country,organisation,role,topics,consent_source,consent_date
        Sokha Chan,sokha@readers.example,,km,KH,Rivers,organiser,wages,form,2026-01-15
        Malee Suk,malee@readers.example,,th,TH,Rivers,journalist,wages,form,2026-01-15

        """;

    [Fact]
    public async Task An_audience_is_chosen_kept_and_looked_behind()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Readers);
        var alert = await desk.Draft(Given.Alert());
        var page = $"/workspace/alerts/{alert.Id}/audience";
        using var coordinator = await SignedIn.As(site, Role.Coordinator);

        (string, string)[] organisers = [("Choice.Channels", "email"), ("Choice.Roles", "organiser"), ("Choice.Fallback", "English")];
        var counted = await coordinator.Post(page, page + "?handler=Count", organisers, live: true);
        Assert.StartsWith("<p><strong>1 messages in 1 languages.</strong>", counted.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("id=\"serves-English\" class=\"quiet\" hx-swap-oob=\"true\">people it serves: 1<", counted, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"organiser\" checked", await coordinator.Get(page), StringComparison.Ordinal); // nothing was saved

        var link = counted.Split("href=\"")[1].Split('"')[0];
        var list = await coordinator.Get(link);
        Assert.Contains("Rivers · organiser · wages · Agreed on 2026-01-15.", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Sokha", list, StringComparison.Ordinal);
        var named = await coordinator.Post(link, link + "&handler=Names", []);
        Assert.Contains("Sokha Chan", named, StringComparison.Ordinal);
        Assert.DoesNotContain("Malee", named, StringComparison.Ordinal);
        Assert.Equal(1, await network.Number($"select count(*) from advocacy.data_reads where what = 'alert-audience/{alert.Id}' and count = 1"));
        using var approver = await SignedIn.As(site, Role.Approver);
        Assert.Contains("not-allowed", await approver.Post("/workspace/account", link + "&handler=Names", []), StringComparison.Ordinal);
        Assert.Equal(1, await network.Number("select count(*) from advocacy.data_reads"));

        Assert.Contains("“Organisers” is saved", await coordinator.Post(page, page + "?handler=Segment", [.. organisers, ("Title", "Organisers")]), StringComparison.Ordinal);
        var segment = (await coordinator.Get("/workspace/subscribers/segments")).Split("name=\"segment\" value=\"")[1].Split('"')[0];
        Assert.Contains("value=\"organiser\" checked", await coordinator.Get($"{page}?segment={segment}"), StringComparison.Ordinal);

        Assert.Contains("href=\"#audience.channels\"", await coordinator.Post(page, page, [("Choice.Roles", "organiser")]), StringComparison.Ordinal);
        Assert.Equal($"/workspace/alerts/{alert.Id}/check", await coordinator.Post(page, page, organisers));
        Assert.Contains("value=\"organiser\" checked", await coordinator.Get(page), StringComparison.Ordinal);
        Assert.Equal("/workspace/subscribers/segments", await coordinator.Post("/workspace/subscribers/segments", "/workspace/subscribers/segments?handler=Remove", [("segment", segment)]));
        Assert.Equal(0, await network.Number("select count(*) from advocacy.segments"));
    }
}
