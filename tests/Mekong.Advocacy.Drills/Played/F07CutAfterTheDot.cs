using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>One message in fifty is taken and the line cut before the answer.</summary>
internal sealed class F07CutAfterTheDot : IDrill
{
    public string Name => "F7";
    public string Words => "2 % cut after the final dot";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        var (cuts, seen) = (0, 0);
        scene.Mail.Script = new()
        {
            Answer = (verb, _, _) => verb == "CONTENT" && Interlocked.Increment(ref seen) is var number && number <= scene.Seed.Mails && number % 50 == 0 && Interlocked.Increment(ref cuts) > 0
                ? SinkScript.Drop
                : null,
        };
        var (desk, _, _) = await scene.Open(ct);
        var campaign = await desk.Send(People.Alert("F7", People.Mail), ct);
        await Until.True(() => seen >= scene.Seed.Mails * 0.98, "everybody was tried", 240, ct, 50);
        scene.Waits();
        await campaign.Is("finished", 1500, ct);
        outcome.Says("cuts", cuts);
        await scene.CloseMail(outcome, campaign, scene.Seed.Mails, extraMost: cuts, ct);
    }
}
