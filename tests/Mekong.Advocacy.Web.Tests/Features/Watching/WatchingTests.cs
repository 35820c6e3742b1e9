using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Watching;

/// <summary>The same campaign, as the secretariat and as an observer see it.</summary>
public sealed class WatchingTests(TestPostgres postgres)
{
    [Fact]
    public async Task Observers_read_progress_and_report_without_small_numbers_and_nothing_else()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(40));
        network.Mail.Script = new() { Answer = (verb, line, _) => verb == "RCPT" && line.Contains("5@", StringComparison.Ordinal) && !line.Contains("35@", StringComparison.Ordinal) ? "550 5.1.1 No such user" : null };
        var campaign = await desk.SendAll(Given.Alert());

        var office = (await desk.Coordinator.Get($"/alerts/{campaign.Id}/report")).Json;
        Assert.Equal("[37,3,0,0,0,40]", office.GetProperty("overall").GetProperty("cells").GetRawText());
        Assert.Equal("""[{"state":"failed","reason":"5.1.1","count":3}]""", office.GetProperty("reasons").GetRawText());
        var progress = (await desk.Coordinator.Get($"/alerts/{campaign.Id}/progress")).Json;
        Assert.Equal((100, 40, 3), (progress.GetProperty("percentDone").GetInt32(), progress.GetProperty("whole").GetProperty("done").GetInt32(), progress.GetProperty("whole").GetProperty("failed").GetInt32()));

        var observer = await site.As(Role.Observer);
        var shown = (await observer.Get($"/alerts/{campaign.Id}/report")).Json;
        Assert.Equal("[null,null,0,0,0,40]", shown.GetProperty("overall").GetProperty("cells").GetRawText());
        Assert.Equal("null", shown.GetProperty("reasons")[0].GetProperty("count").GetRawText());
        Assert.Equal("null", (await observer.Get($"/alerts/{campaign.Id}/progress")).Json.GetProperty("whole").GetRawText());
        foreach (var closed in new[] { $"/alerts/{campaign.Id}/deliveries", $"/alerts/{campaign.Id}", "/alerts" })
            Assert.Equal(403, (await observer.Get(closed)).Code);
        Assert.Equal(404, (await observer.Get($"/alerts/{Guid.Empty}/report")).Code);
    }
}
