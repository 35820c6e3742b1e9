using System.Collections.Concurrent;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Drills;

/// <summary>Every address is greylisted for five minutes from its first attempt (drill F6).</summary>
public sealed class F06GreylistingTests(TestPostgres postgres)
{
    [Fact]
    public async Task The_second_attempt_comes_after_the_five_minutes_and_reaches_everybody_once()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(30));
        var first = new ConcurrentDictionary<string, DateTimeOffset>();
        network.Mail.Script = new()
        {
            Answer = (verb, line, _) => verb == "RCPT" && network.Clock.GetUtcNow() is var now && (first.TryAdd(line, now) || now - first[line] < TimeSpan.FromMinutes(5))
                ? "451 4.7.1 Greylisted, try again in five minutes"
                : null,
        };
        var campaign = await desk.Send(Given.Alert());
        await Until.Sees(() => campaign.Rows("queued"), rows => rows.Count == 30 && rows.All(row => row.Attempts == 1), "everybody was put off");
        for (var minute = 1; minute <= 8; minute++)
        {
            network.Clock.Move(TimeSpan.FromMinutes(1));
            await Until.Sees(
                () => network.Number($"select count(*) from advocacy.deliveries where state = 'queued' and due_at < '{network.Clock.GetUtcNow():O}'"), rows => rows == 0, "whoever is due was tried");
        }
        Assert.Equal(new Tally("finished", 30, 0, 0, 30, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.All(await campaign.Rows(), row => Assert.Equal(2, row.Attempts));
        Assert.Equal((30, 0), network.Mail.Tally());
    }
}
