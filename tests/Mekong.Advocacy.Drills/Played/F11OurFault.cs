using System.Diagnostics;
using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>Twilio refuses our account: wrong credentials, no funds, a sender that is not ours; each is mended and resumed.</summary>
internal sealed class F11OurFault : IDrill
{
    public string Name => "F11";
    public string Words => "Twilio 20003, 20005, 21606";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        var (desk, _, _) = await scene.Open(ct);
        var campaign = default(Campaign);
        foreach (var (status, code) in new[] { (401, 20003), (403, 20005), (400, 21606) })
        {
            scene.Twilio.Script.Share(1, FakeBehaviour.Error(status, code, "Something is wrong with your account"));
            var (before, began) = (scene.Twilio.Requests, Stopwatch.GetTimestamp());
            if (campaign is null) campaign = await desk.Send(People.Alert("F11", People.Text), ct);
            else await campaign.Does("resume", null, ct);
            var paused = await campaign.Is("paused", 60, ct);
            outcome.AtMost($"{code}: told after", Stopwatch.GetElapsedTime(began).TotalSeconds, 60, " s");
            outcome.Is($"{code}: told why", paused.Reason.Contains($"{code}", StringComparison.Ordinal), true);
            var kept = await campaign.Sees(now => now.Attempted == 0, "what was in flight is settled", 60, ct);
            outcome.AtMost($"{code}: calls", scene.Twilio.Requests - before, Settings.TextConnections + 5);
            outcome.Is($"{code}: kept", kept.Queued, scene.Seed.Texts);
        }
        scene.Twilio.Script.Share(0, FakeBehaviour.TooMany());
        await campaign!.Does("resume", null, ct);
        await campaign.Is("finished", 300, ct);
        await scene.CloseTexts(outcome, campaign, scene.Seed.Texts, extraMost: 0, ct);
    }
}
