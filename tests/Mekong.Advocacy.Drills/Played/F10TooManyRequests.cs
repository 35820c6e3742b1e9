using System.Diagnostics;
using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>Three requests in ten are answered 429: with Retry-After, without, and as a gateway's page.</summary>
internal sealed class F10TooManyRequests : IDrill
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(6);

    private static readonly FakeBehaviour[] Kinds = [FakeBehaviour.TooMany(retryAfter: 20), FakeBehaviour.TooMany(), FakeBehaviour.Html(429)];

    public string Name => "F10";
    public string Words => "Twilio 429 on 30 %";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        var refused = 0;
        scene.Twilio.Script.Share(0.3, new FakeBehaviour(false, (http, usual) => Kinds[Interlocked.Increment(ref refused) % Kinds.Length].Answer(http, usual)));
        var (desk, _, _) = await scene.Open(ct);
        var campaign = await desk.Send(People.Alert("F10", People.Text), ct);
        var began = Stopwatch.GetTimestamp();
        await Until.True(() => scene.Twilio.Requests >= scene.Seed.Texts, "everybody was tried", 240, ct, 50);
        scene.Waits();
        await Task.Delay(Lasts - Stopwatch.GetElapsedTime(began), ct);
        scene.Twilio.Script.Share(0, FakeBehaviour.TooMany());
        var tally = await campaign.Is("finished", 1800, ct);
        outcome.Says("finished after", Stopwatch.GetElapsedTime(began));
        outcome.Says("answers 429", refused);
        outcome.Is("marked as failed", tally.Failed + tally.Suppressed + tally.Expired, 0);
        outcome.AtMost("attempts a text, mean", scene.Twilio.Requests / (double)scene.Seed.Texts, 2);
        await scene.CloseTexts(outcome, campaign, scene.Seed.Texts, extraMost: 0, ct);
    }
}
