using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>The machine's clock jumps in the middle of sends and before the hours of alerts in four zones, up to 2038.</summary>
internal sealed class F16Clock : IDrill
{
    public string Name => "F16";
    public string Words => "clock +2 h, -2 h, +1 day, 2038; four zones";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        await using var platform = await scene.Host(ProcessRole.All, ct);
        var desk = new Desk(new Uri(platform.App.Urls.First()), scene.Seed);
        foreach (var jump in new[] { TimeSpan.FromHours(2), TimeSpan.FromHours(-2), TimeSpan.FromDays(1) })
        {
            scene.Mail.OpenNewBooks();
            var campaign = await desk.Send(People.Alert($"F16, {jump}", People.Mail), ct);
            await Until.True(() => scene.Mail.Books.Taken > scene.Seed.Mails / 3, "a third is out", 120, ct);
            scene.Clock.Move(jump);
            await campaign.Is("finished", 600, ct);
            outcome.Is($"{jump.TotalHours:+0;-0} h: counts add up", (await campaign.Now(ct)).AddsUp, true);
            outcome.Is($"{jump.TotalHours:+0;-0} h: lost", scene.Seed.Mails - scene.Mail.Recipients, 0);
            outcome.Is($"{jump.TotalHours:+0;-0} h: extra copies", scene.Mail.Books.Extra, 0);
        }
        scene.Clock.Move(new DateTimeOffset(2038, 1, 18, 20, 0, 0, TimeSpan.Zero) - scene.Clock.GetUtcNow()); // 03:14:07 of the next day is 2^31 s
        // The night of 28 March has no 02:30 in Berlin.
        foreach (var (at, zone, utc) in new[]
        {
            ("2038-01-19T09:00", "Asia/Shanghai", "2038-01-19T01:00Z"), ("2038-01-19T11:00", "Asia/Phnom_Penh", "2038-01-19T04:00Z"),
            ("2038-01-19T13:30", "Asia/Yangon", "2038-01-19T07:00Z"), ("2038-03-28T03:30", "Europe/Berlin", "2038-03-28T01:30Z"),
        })
            await Scheduled(scene, desk, outcome, at, zone, DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), ct);
    }

    /// <summary>It does not leave before its hour, leaves once at it, and nothing more leaves a day later.</summary>
    private static async Task Scheduled(Scene scene, Desk desk, Outcome outcome, string at, string zone, DateTimeOffset utc, CancellationToken ct)
    {
        scene.Twilio.Script.Share(0, FakeBehaviour.TooMany());
        var campaign = await desk.Approved(People.Alert($"F16, {zone}", People.Text), ct);
        await campaign.Does("schedule", new { at, zone }, ct);
        var before = scene.Twilio.Messages.Count;
        scene.Clock.Move(utc.AddSeconds(-3) - scene.Clock.GetUtcNow());
        var early = (await campaign.Now(ct)).Stage;
        await campaign.Is("finished", 120, ct);
        scene.Clock.Move(TimeSpan.FromHours(1));
        outcome.Is($"{zone}: before its hour", early, "scheduled");
        outcome.Is($"{zone}: texts", scene.Twilio.Messages.Count - before, scene.Seed.Texts);
        outcome.Is($"{zone}: people", scene.Twilio.Messages.Skip(before).DistinctBy(text => text.To).Count(), scene.Seed.Texts);
    }
}
