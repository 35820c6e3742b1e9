using System.Diagnostics;
using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>PostgreSQL is away for five minutes in the middle of a send.</summary>
internal sealed class F04DatabaseAway : IDrill
{
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(5);

    public string Name => "F4";
    public string Words => "database away for 5 minutes";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        var (desk, web, worker) = await scene.Open(ct);
        var campaign = await desk.Send(People.Alert("F4", People.Mail), ct);
        await Until.True(() => scene.Mail.Books.Taken >= scene.Seed.Mails / 3, "a third is out", 120, ct);
        var memory = worker.Megabytes;
        await scene.Database.Leave(ct);
        scene.Waits();
        var (most, began) = (memory, Stopwatch.GetTimestamp());
        await using (var door = new ClosedDoor(scene.Database.Port))
        {
            while (Stopwatch.GetElapsedTime(began) < Away)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
                most = Math.Max(most, worker.Megabytes);
            }
            outcome.AtMost("calls to the database a second, web and worker together", door.Calls / Away.TotalSeconds, 2);
        }
        outcome.AtMost("memory more", most - memory, 100, " MB");
        var before = scene.Mail.Books.Taken;
        await scene.Database.ComeBack(ct);
        var back = Stopwatch.GetTimestamp();
        await Until.True(() => scene.Mail.Books.Taken > before, "sending goes on", 60, ct);
        outcome.AtMost("going on after", Stopwatch.GetElapsedTime(back).TotalSeconds, 15, " s");
        await campaign.Is("finished", 600, ct);
        outcome.Is("both processes live", web.Lives && worker.Lives, true);
        await scene.CloseMail(outcome, campaign, scene.Seed.Mails, Settings.MailConnections, ct);
    }
}
