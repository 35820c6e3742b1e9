using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>Lists that come at the same moment, or say the same twice.</summary>
public sealed class ImportTests(TestPostgres postgres)
{
    [Fact]
    public async Task The_same_list_four_times_at_once_is_the_list_once()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Import(Given.Readers(200))));
        Assert.All(reports, report => Assert.Equal(200, report.GetProperty("lines").GetInt32()));
        Assert.Equal(200, reports.Sum(report => report.GetProperty("imported").GetInt32()));
        Assert.Equal((200, 200, 200), (
            await network.Number("select count(*) from advocacy.contact_points"),
            await network.Number("select count(*) from advocacy.consents"),
            await network.Number("select count(*) from advocacy.people")));
        Assert.Equal(new Tally("finished", 200, 0, 0, 200, 0, 0, 0, 0), await (await desk.Send(Given.Alert())).Is("finished", 30));
        Assert.Equal((200, 0), network.Mail.Tally());
    }

    [Fact]
    public async Task A_list_never_brings_back_who_opted_out_and_no_name_becomes_a_header()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        const string list = Given.Header + "\"Sokha\r\nBcc: all@victims.example\",sokha@readers.example,,en,KH,,wages,form,2026-01-15\n";
        await desk.Import(list);
        await desk.SendAll(Given.Alert());
        Assert.DoesNotContain("\nBcc:", network.Mail.Mails[0].Text, StringComparison.OrdinalIgnoreCase);
        var link = network.Mail.Mails[0].Text.Split("/u/")[1].Split('>', ' ', '\r')[0];
        using var anyone = site.Public();
        Assert.True((await anyone.Ask(HttpMethod.Post, $"/u/{link}")).IsSuccessStatusCode);
        Assert.Equal(1, (await desk.Import(list)).GetProperty("unchanged").GetInt32());
        Assert.Equal(new Tally("finished", 1, 0, 0, 0, 0, 0, 1, 0), await (await desk.SendAll(Given.Alert())).Now());
    }
}
