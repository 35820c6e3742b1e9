using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>PostgreSQL crashes and restarts five times while mail is sent and twenty people a second are entered.</summary>
internal sealed class F03DatabaseRestarted : IDrill
{
    private const int Crashes = 5;

    public string Name => "F3";
    public string Words => "database crashed and restarted 5 times";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        scene.Settings["Limits:PerSecond:email"] = "2500"; // so that there is a send to disturb
        var (desk, web, worker) = await scene.Open(ct);
        var campaign = await desk.Send(People.Alert("F3", People.Mail), ct);
        var signUps = new SignUps(desk.Coordinator);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var entering = signUps.Run(enough.Token);
        for (var crash = 1; crash <= Crashes; crash++)
        {
            var at = scene.Seed.Mails * crash / (Crashes + 2);
            await Until.True(() => scene.Mail.Books.Taken >= at, $"{at} mails are out", 120, ct);
            await scene.Database.CrashAndRestart(ct);
        }
        await campaign.Is("finished", 300, ct);
        await enough.CancelAsync();
        await entering;
        var entered = await scene.Database.Ask<long>("select count(*) from advocacy.subscribers where topics = array['signed']", ct);
        outcome.Says("sign-ups acknowledged", signUps.Acknowledged);
        outcome.AtMost("acknowledged ones lost", Math.Max(0, signUps.Acknowledged - entered), 0);
        outcome.Says("answers 503 with Retry-After", signUps.Unavailable);
        outcome.Is("other answers", string.Join(' ', signUps.Wrong.GroupBy(one => one).Select(same => $"{same.Count()}x {same.Key}")), "");
        outcome.AtMost("longest time of refusals", signUps.LongestTrouble, 15, " s");
        outcome.Is("both processes live", web.Lives && worker.Lives, true);
        await scene.CloseMail(outcome, campaign, scene.Seed.Mails, Crashes * Settings.MailConnections, ct);
    }
}
