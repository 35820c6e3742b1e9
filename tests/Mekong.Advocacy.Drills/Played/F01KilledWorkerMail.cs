using System.Diagnostics;
using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>The worker is killed five times at random while it sends mail.</summary>
internal sealed class F01KilledWorkerMail : IDrill
{
    private const int Kills = 5;

    public string Name => "F1";
    public string Words => "worker killed 5 times, mail";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        var (desk, _, worker) = await scene.Open(ct);
        var campaign = await desk.Send(People.Alert("F1", People.Mail), ct);
        var killedAt = new List<long>();
        var slowest = 0.0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            var at = (int)(scene.Seed.Mails * (kill - Random.Shared.NextDouble()) / (Kills + 1));
            await Until.True(() => scene.Mail.Books.Taken >= at, $"{at} mails are out", 120, ct, betweenMs: 1);
            await worker.Kill(ct);
            killedAt.Add(Stopwatch.GetTimestamp());
            var (before, began) = (scene.Mail.Books.Taken, Stopwatch.GetTimestamp());
            worker = scene.Begin("worker");
            await Until.True(() => scene.Mail.Books.Taken > before, "a mail after the restart", 60, ct, betweenMs: 1);
            slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
        await campaign.Is("finished", 600, ct);
        outcome.AtMost("first mail after a restart", slowest, 30, " s");
        var copies = scene.Mail.Books.Messages.Where(one => one.Copies > 1).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            var (from, to) = (kill == 0 ? 0 : killedAt[kill - 1], killedAt[kill]);
            outcome.AtMost($"copies by kill {kill + 1}", copies.Where(one => one.FirstAt > from && one.FirstAt <= to).Sum(one => one.Copies - 1), Settings.MailConnections);
        }
        await scene.CloseMail(outcome, campaign, scene.Seed.Mails, Kills * Settings.MailConnections, ct);
    }
}
