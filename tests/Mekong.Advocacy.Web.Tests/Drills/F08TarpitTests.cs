using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Drills;

/// <summary>One mail domain of five does not answer for a long time (drill F8).</summary>
public sealed class F08TarpitTests(TestPostgres postgres)
{
    [Fact]
    public async Task The_other_domains_are_served_to_the_last_while_one_keeps_us_waiting()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Lines(200, n => $"Worker {n},{Given.Reader(n, $"d{n % 5}.example")},,en,KH,,wages,form,2026-01-15"));
        var (pit, caught) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), 0);
        network.Mail.Script = new()
        {
            Delay = (verb, line) =>
            {
                if (verb != "RCPT" || !line.Contains("@d0.example", StringComparison.Ordinal)) return Task.CompletedTask;
                Interlocked.Increment(ref caught);
                return pit.Task;
            },
        };
        var campaign = await desk.Send(Given.Alert());
        // Each connection in the pit may have one more in hand already.
        await campaign.Sees(now => now.Sent >= 160 - caught, "the other four are served");
        Assert.InRange(caught, 1, Network.MailConnections - 1);
        pit.SetResult();
        await Until.Sees(async () => { network.Clock.Move(TimeSpan.FromMinutes(1)); return await campaign.Now(); }, now => now.Stage == "finished", "what was put off comes too");
        Assert.Equal(new Tally("finished", 200, 0, 0, 200, 0, 0, 0, 0), await campaign.Now());
        Assert.Equal((200, 0), network.Mail.Tally());
    }
}
