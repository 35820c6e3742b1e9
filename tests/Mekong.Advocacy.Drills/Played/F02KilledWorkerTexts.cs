using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>The worker is killed five times at random while it sends texts; the provider is asked before anything goes again.</summary>
internal sealed class F02KilledWorkerTexts : IDrill
{
    private const int Kills = 5;

    public string Name => "F2";
    public string Words => "worker killed 5 times, texts";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        scene.Settings["Limits:PerSecond:sms"] = "500"; // else all is said before it can be killed five times
        var (desk, _, worker) = await scene.Open(ct);
        var campaign = await desk.Send(People.Alert("F2", People.Text), ct);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var at = (int)(scene.Seed.Texts * (kill - Random.Shared.NextDouble()) / (Kills + 1));
            await Until.True(() => scene.Twilio.Requests >= at, $"{at} texts are out", 120, ct);
            await worker.Kill(ct);
            worker = await scene.Worker(ct);
        }
        await campaign.Is("finished", 300, ct);
        outcome.Says("requests", scene.Twilio.Requests);
        await scene.CloseTexts(outcome, campaign, scene.Seed.Texts, extraMost: 0, ct);
    }
}
