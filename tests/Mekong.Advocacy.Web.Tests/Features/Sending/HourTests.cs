using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>Hours: of alerts, and those at which no text may ring.</summary>
public sealed class HourTests(TestPostgres postgres)
{
    // 09:00 in Yangon (+06:30) is 02:30 UTC; at 01:00 UTC it is 08:00 in Bangkok and 07:30 in Yangon.
    private static readonly DateTimeOffset Morning = new(2027, 3, 1, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_alert_leaves_at_its_hour_in_its_zone_and_another_hour_moves_it()
    {
        await using var network = await Network.Create(postgres, new MovableClock(Morning));
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(3));
        var campaign = await desk.Approved(Given.Alert());
        await campaign.Does("schedule", new { at = "2027-03-01T09:00", zone = "Asia/Yangon" });
        Assert.Equal([Morning.AddHours(1.5)], await Due(site));
        await campaign.Does("schedule", new { at = "2027-03-01T09:30", zone = "Asia/Yangon" });
        Assert.Equal([Morning.AddHours(2)], await Due(site));

        network.Clock.Move(Morning.AddHours(2).AddSeconds(-3) - network.Clock.GetUtcNow());
        Assert.Equal("scheduled", (await campaign.Now()).Stage);
        Assert.Equal(0, network.Mail.Count);
        await campaign.Is("finished");
        Assert.Equal(3, network.Mail.Count);
        Assert.InRange(await network.Number($"select extract(epoch from min(created_at) - '2027-03-01T03:00Z')::int from advocacy.deliveries"), 0, 15);
    }

    [Fact]
    public async Task A_job_that_comes_a_moment_early_waits_for_its_hour()
    {
        await using var network = await Network.Create(postgres, new MovableClock(Morning));
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(3));
        var campaign = await desk.Approved(Given.Alert());
        await campaign.Does("schedule", new { at = "2027-03-01T09:00", zone = "Asia/Yangon" });
        network.Clock.Move(Morning.AddHours(1.5).AddMilliseconds(-300) - network.Clock.GetUtcNow());
        await using (var scope = site.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new BeginSending(campaign.Id), CancellationToken.None);
        Assert.Contains((await campaign.Now()).Stage, new[] { "sending", "finished" });
        await campaign.Is("finished");
        Assert.Equal((3, 0), network.Mail.Tally());
    }

    [Fact]
    public async Task Two_freezes_at_once_cut_each_row_into_one_batch()
    {
        await using var network = await Network.Create(postgres, new MovableClock(Morning));
        await using var site = await network.Open(ProcessRole.Web);
        var desk = await site.Desk();
        await desk.Import(Given.Readers(300));
        var campaign = await desk.Approved(Given.Alert());
        await campaign.Does("schedule", new { at = "2027-03-01T09:00", zone = "Asia/Yangon" });
        network.Clock.Move(Morning.AddHours(1.5) - network.Clock.GetUtcNow());
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new BeginSending(campaign.Id), CancellationToken.None);
        })));
        Assert.Equal(300, await network.Number("select count(*) from advocacy.deliveries"));
        Assert.Equal(0, await network.Number("""
            select count(*) from advocacy.deliveries d where 1 <> (
              select count(*) from advocacy.delivery_batches b where b.alert_id = d.alert_id and b.channel = d.channel and d.id between b.first_id and b.last_id)
            """));
    }

    [Fact]
    public async Task Texts_wait_for_the_end_of_each_countrys_quiet_hours()
    {
        await using var network = await Network.Create(postgres, new MovableClock(Morning));
        network.Settings["Sms:QuietHours"] = "true";
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Lines(6, n => n % 2 == 0 ? $"W,,+66810{n:000000},en,TH,,wages,form,2026-01-15" : $"W,,+95961{n:000000},en,MM,,wages,form,2026-01-15"));
        var campaign = await desk.Send(Given.Alert("wages", "sms"));
        await campaign.Sees(now => now is { Sent: 3, Queued: 3 }, "Thailand is awake");
        var waiting = await Until.Sees(() => campaign.Rows("queued"), rows => rows.All(row => row.Reason == "quiet-hours"), "Myanmar sleeps");
        Assert.All(waiting, row => Assert.Equal(("MM", 0), (row.Country, row.Attempts)));
        Assert.Equal(3, await network.Number("select count(*) from advocacy.deliveries where state = 'queued' and due_at = '2027-03-01T01:30Z'"));
        network.Clock.Move(TimeSpan.FromMinutes(31));
        Assert.Equal(new Tally("finished", 6, 0, 0, 6, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.Equal(6, network.Twilio.Messages.Count);
    }

    [Fact]
    public async Task Who_cannot_be_written_to_is_on_record_with_the_reason()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Header
            + "A,,+8613000000001,en,CN,,wages,form,2026-01-15\nB,,+8613000000002,en,TH,,wages,form,2026-01-15\n" // the number decides, not the list
            + "C,c@readers.example,,km,KH,,wages,form,2026-01-15\nD,d@readers.example,,en,KH,,wages,form,2026-01-15\n");
        var campaign = await desk.SendAll(new
        {
            name = "English only",
            texts = new { en = new { subject = "S", body = "B", sms = "T" } },
            audience = new { channels = new[] { "email", "sms" } },
            fallback = "none",
        });
        Assert.Equal(new Tally("finished", 4, 0, 0, 1, 0, 0, 3, 0), await campaign.Now());
        Assert.Equal(["country-closed", "country-closed", "no-text"], (await campaign.Rows("suppressed")).Select(row => row.Reason!).Order());
        Assert.Equal(0, network.Twilio.Requests);
    }

    private static async Task<List<DateTimeOffset>> Due(Site site) =>
        [.. (await site.Services.GetRequiredService<IJobScheduler>().List(CancellationToken.None)).Where(job => job.Job.Command == "begin-sending").Select(job => job.Job.DueAt)];
}
