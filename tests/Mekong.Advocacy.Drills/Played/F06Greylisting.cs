using System.Diagnostics;
using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>Every address is greylisted for five minutes from its first attempt.</summary>
internal sealed class F06Greylisting : IDrill
{
    private const double Grey = 300;

    public string Name => "F6";
    public string Words => "greylisting of 5 minutes";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        var attempts = new Attempts();
        scene.Mail.Script = new()
        {
            Answer = (verb, line, session) => verb == "RCPT" && (attempts.Heard(line, session) == 1 || attempts.SecondsSinceFirst(line) < Grey) ? "451 4.7.1 Greylisted, try again in 5 minutes" : null,
        };
        var (desk, _, _) = await scene.Open(ct);
        var campaign = await desk.Send(People.Alert("F6", People.Mail), ct);
        var began = Stopwatch.GetTimestamp();
        await Until.True(() => attempts.All.Count >= scene.Seed.Mails, "everybody was tried", 240, ct, 50);
        scene.Waits();
        await campaign.Is("finished", 1500, ct);
        outcome.AtMost("all delivered after", Stopwatch.GetElapsedTime(began).TotalSeconds, Grey + 600, " s");
        outcome.AtMost("attempts for one mail", attempts.All.Max(mine => mine.Count), 3);
        await scene.CloseMail(outcome, campaign, scene.Seed.Mails, extraMost: 0, ct);
    }
}
