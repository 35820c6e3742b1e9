using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Drills;

/// <summary>One message that cannot be written, and one address on which the server always hangs up (drill F22).</summary>
public sealed class F22PoisonTests(TestPostgres postgres)
{
    [Fact]
    public async Task The_poison_is_set_aside_and_listed_and_everybody_else_is_served()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(59));
        await desk.Import(Given.Readers(60)); // numbers are given in no order: the last reader must not be the seventh
        await network.Number("update advocacy.people set name_sealed = '\\x00' where id = (select person_id from advocacy.contact_points where number = 7) returning 1");
        network.Mail.Script = new() { Answer = (verb, line, _) => verb == "RCPT" && line.Contains(Given.Reader(60), StringComparison.Ordinal) ? SinkScript.Drop : null };
        var campaign = await desk.Send(Given.Alert());
        await campaign.Sees(now => now is { Sent: 58, Failed: 1 }, "everybody else is served");
        for (var tries = 1; tries <= 12 && (await campaign.Now()).Stage != "finished"; tries++)
        {
            network.Clock.Move(TimeSpan.FromMinutes(67)); // the longest back-off
            await Until.Sees(() => network.Number($"select count(*) from advocacy.deliveries where state = 'queued' and due_at < '{network.Clock.GetUtcNow():O}'"), due => due == 0, "it was tried again");
        }
        Assert.Equal(new Tally("finished", 60, 0, 0, 58, 0, 2, 0, 0), await campaign.Is("finished"));
        var aside = await campaign.Rows("failed");
        Assert.Equal(["connection-lost", "not-written"], aside.Select(row => row.Reason!).Order());
        Assert.InRange(aside.Max(row => row.Attempts), 2, 10);
        Assert.Equal((58, 0), network.Mail.Tally());
    }
}
