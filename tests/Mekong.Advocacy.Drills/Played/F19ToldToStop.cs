using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>The worker is told to stop in the middle of a send, as at every deployment, three times.</summary>
internal sealed class F19ToldToStop : IDrill
{
    private const int Deployments = 3;

    public string Name => "F19";
    public string Words => "SIGTERM during the send, 3 times";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        var (desk, _, worker) = await scene.Open(ct);
        var campaign = await desk.Send(People.Alert("F19", People.Mail), ct);
        var slowest = 0.0;
        for (var deployment = 1; deployment <= Deployments; deployment++)
        {
            var at = scene.Seed.Mails * deployment / (Deployments + 1);
            await Until.True(() => scene.Mail.Books.Taken >= at, $"{at} mails are out", 120, ct, betweenMs: 1);
            var (code, seconds) = await worker.Terminate(ct);
            slowest = Math.Max(slowest, seconds);
            outcome.Is("exit code", code, 0);
            outcome.Is("in doubt afterwards", (await campaign.Now(ct)).Attempted, 0L);
            worker = await scene.Worker(ct);
        }
        outcome.AtMost("slowest exit", slowest, 30, " s");
        await campaign.Is("finished", 300, ct);
        await scene.CloseMail(outcome, campaign, scene.Seed.Mails, extraMost: 0, ct);
    }
}
