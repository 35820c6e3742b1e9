using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Drills;

/// <summary>The mail server hangs up with 421 on every other connection and says 451 to one domain for an hour (drill F5).</summary>
public sealed class F05ServerSaysLaterTests(TestPostgres postgres)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Other_domains_are_not_held_up_nobody_is_lost_and_nobody_is_tried_more_than_six_times_in_an_hour()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(10, domain: "busy.example"));
        await desk.Import(Given.Readers(40));
        var (hungUp, ended) = (0, network.Clock.GetUtcNow().AddHours(1));
        network.Mail.Script = new()
        {
            Answer = (verb, line, session) => verb switch
            {
                "MAIL" when session % 2 == 0 && Interlocked.Increment(ref hungUp) <= 6 => "421 4.7.0 Too many connections from you",
                "RCPT" when line.Contains("@busy.example", StringComparison.Ordinal) && network.Clock.GetUtcNow() < ended => "451 4.3.0 Try again later",
                _ => null,
            },
        };
        var campaign = await desk.Send(Given.Alert());
        await campaign.Sees(now => now.Sent >= 34, "the other domain is served but for those that were hung up on");
        var tries = 0L;
        for (var moved = TimeSpan.Zero; moved < TimeSpan.FromHours(1); moved += Step)
        {
            network.Clock.Move(Step);
            await Until.Sees(() => network.Number(Overdue(network)), rows => rows == 0, "whatever is due was tried");
            tries = await network.Number("select max(attempts) from advocacy.deliveries");
        }
        Assert.InRange(tries, 3, 6);
        Assert.True(hungUp > 0);
        for (; (await campaign.Now()).Stage != "finished"; network.Clock.Move(Step))
            await Until.Sees(() => network.Number(Overdue(network)), rows => rows == 0, "whatever is due was tried");
        Assert.Equal(new Tally("finished", 50, 0, 0, 50, 0, 0, 0, 0), await campaign.Now());
        Assert.Equal((50, 0), network.Mail.Tally());
    }

    private static string Overdue(Network network) =>
        $"select count(*) from advocacy.deliveries where state in ('queued', 'attempted') and (due_at is null or due_at < '{network.Clock.GetUtcNow():O}')";
}
