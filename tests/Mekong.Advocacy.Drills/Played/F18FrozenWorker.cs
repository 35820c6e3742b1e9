using System.Diagnostics;
using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>Two workers share a campaign; one is frozen for ten minutes in the middle and thaws with old leases in hand.</summary>
internal sealed class F18FrozenWorker : IDrill
{
    private static readonly TimeSpan Frozen = TimeSpan.FromMinutes(10);

    public string Name => "F18";
    public string Words => "two workers, one frozen for 10 minutes";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        var (desk, _, worker) = await scene.Open(ct);
        await scene.Worker(ct);
        var clean = await desk.Send(People.Alert("F18, clean", People.Mail), ct);
        await clean.Is("finished", 600, ct);
        outcome.Is("extra copies in the clean case", scene.Mail.Books.Extra, 0);
        outcome.Is("lost in the clean case", scene.Seed.Mails - scene.Mail.Recipients, 0);

        scene.Mail.OpenNewBooks();
        var campaign = await desk.Send(People.Alert("F18", People.Mail), ct);
        await Until.True(() => scene.Mail.Books.Taken > scene.Seed.Mails / 3, "a third is out", 120, ct);
        await worker.Freeze(ct);
        var began = Stopwatch.GetTimestamp();
        await campaign.Sees(now => now.Sent > scene.Seed.Mails * 0.9, "the other worker goes on", 300, ct);
        scene.Waits();
        var fewest = await campaign.Is("finished", 595, ct);
        outcome.Says("the other one finished after", Stopwatch.GetElapsedTime(began));
        var extraBefore = scene.Mail.Books.Extra;
        await Task.Delay(TimeSpan.FromSeconds(Math.Max(0, (Frozen - Stopwatch.GetElapsedTime(began)).TotalSeconds)), ct);
        await worker.Thaw(ct);
        await Task.Delay(TimeSpan.FromSeconds(30), ct); // whatever it still has in hand it would send now
        outcome.Says("extra copies before the thaw", extraBefore);
        outcome.Says("after it", scene.Mail.Books.Extra - extraBefore);
        outcome.Is("the thawed worker lives", worker.Lives, true);
        outcome.Is("counted before and after the thaw", (await campaign.Now(ct)).Sent, fewest.Sent);
        await scene.CloseMail(outcome, campaign, scene.Seed.Mails, extraMost: Settings.MailConnections, ct);

        scene.Mail.OpenNewBooks();
        await (await desk.Send(People.Alert("F18, afterwards", People.Mail), ct)).Is("finished", 600, ct);
        outcome.Is("both together again: extra copies", scene.Mail.Books.Extra, 0);
    }
}
