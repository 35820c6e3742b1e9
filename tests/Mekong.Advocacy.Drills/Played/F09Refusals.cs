using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>One address in ten is dead; then the server refuses us altogether.</summary>
internal sealed class F09Refusals : IDrill
{
    public string Name => "F9";
    public string Words => "10 % 550 5.1.1, then 5.7.1 to all";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        var dead = Enumerable.Range(1, scene.Seed.Mails).Count(IsDead);
        scene.Settings["Limits:PauseAtFailures"] = "0"; // one in ten fails on purpose
        scene.Mail.Script = new() { Answer = (verb, line, _) => verb == "RCPT" && IsDead(People.NumberOf(line)) ? "550 5.1.1 No such user" : null };
        var (desk, _, _) = await scene.Open(ct);
        var first = await desk.Send(People.Alert("F9", People.Mail), ct);
        var tally = await first.Is("finished", 600, ct);
        outcome.Is("dead addresses failed", tally.Failed, dead);
        outcome.Is("and suppressed", await Suppressed(scene, ct), dead);
        await scene.CloseMail(outcome, first, scene.Seed.Mails - dead, extraMost: 0, ct);

        var refused = 0;
        scene.Mail.OpenNewBooks();
        scene.Mail.Script = new() { Answer = (verb, _, _) => verb == "CONTENT" && Interlocked.Increment(ref refused) > 0 ? "550 5.7.1 Your domain is on our list" : null };
        var second = await desk.Send(People.Alert("F9, again", People.Mail), ct);
        var paused = await second.Is("paused", 120, ct);
        outcome.Is("told why", paused.Reason.Contains("5.7.1", StringComparison.Ordinal), true);
        await Until.Sees(
            () => scene.Database.Ask<long>("select coalesce(sum(cardinality(ids)), 0) from advocacy.in_flight", ct), flown => flown == 0, "what was in flight is settled", 60, ct);
        outcome.AtMost("refusals before the pause", refused, 50);
        outcome.Is("addresses burnt by 5.7.1", await Suppressed(scene, ct) - dead, 0L);
        scene.Mail.Script = new();
        await second.Does("resume", null, ct);
        await second.Is("finished", 600, ct);
        await scene.CloseMail(outcome, second, scene.Seed.Mails - dead, extraMost: 0, ct);
    }

    private static bool IsDead(int number) => number % 10 == 7;

    private static Task<long> Suppressed(Scene scene, CancellationToken ct) => scene.Database.Ask<long>("select count(*) from advocacy.consents where suppressed_at is not null", ct);
}
