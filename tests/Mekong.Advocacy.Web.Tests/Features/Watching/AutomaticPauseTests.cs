using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Watching;

/// <summary>Too many failures stop a campaign; a person's resume makes the counting start anew.</summary>
public sealed class AutomaticPauseTests(TestPostgres postgres)
{
    [Fact]
    public async Task A_campaign_in_which_too_many_messages_fail_is_paused_and_after_a_resume_counts_anew()
    {
        await using var network = await Network.Create(postgres);
        network.Settings["Limits:PerSecond:email"] = "50";
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(400));
        network.Mail.Script = new() { Answer = (verb, line, _) => verb == "RCPT" && line.Contains("5@", StringComparison.Ordinal) ? "550 5.1.1 No such user" : null };
        var campaign = await desk.Send(Given.Alert());
        var paused = await campaign.Is("paused");
        Assert.True(paused.Failed + paused.Sent is >= 20 and < 300, paused.ToString());
        var alert = (await desk.Coordinator.Get($"/alerts/{campaign.Id}")).Json;
        Assert.Matches("^[0-9]+ of [0-9]+ failed, mostly 5\\.1\\.1$", alert.GetProperty("pauseReason").GetString());

        network.Mail.Script = new();
        await campaign.Does("resume");
        var finished = await campaign.Is("finished");
        Assert.Equal((400, paused.Failed), (finished.Audience, finished.Failed));
    }
}
