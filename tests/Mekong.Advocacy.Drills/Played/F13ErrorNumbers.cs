using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>Twilio's error numbers, in the answer and by callback; a second alert shows what was learned from them.</summary>
internal sealed class F13ErrorNumbers : IDrill
{
    private static readonly int[] Reported = [30003, 30004, 30005, 30006, 30007, 30008];

    public string Name => "F13";
    public string Words => "Twilio 30003-30008, 21610, 21614, 21408";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        scene.Settings["Limits:PauseAtFailures"] = "0"; // they fail on purpose
        var numbers = Enumerable.Range(1, scene.Seed.Texts).ToList();
        var (stopped, landlines, thai) = (numbers.Where(n => n % 100 == 1).ToList(), numbers.Where(n => n % 100 == 2).ToList(), numbers.Where(People.IsThai).ToList());
        foreach (var n in stopped) scene.Twilio.Script.Next(People.Phone(n), FakeBehaviour.Error(400, 21610));
        foreach (var n in landlines) scene.Twilio.Script.Next(People.Phone(n), FakeBehaviour.Error(400, 21614));
        foreach (var n in thai) scene.Twilio.Script.Always(People.Phone(n), FakeBehaviour.Error(400, 21408));
        var (desk, web, _) = await scene.Open(ct);
        var first = await desk.Send(People.Alert("F13", People.Text), ct);
        await first.Is("finished", 300, ct);
        outcome.AtMost("calls to the closed country", scene.Twilio.Requests - (numbers.Count - thai.Count), 2 * Settings.TextConnections);

        using var site = new HttpClient { BaseAddress = web.Url };
        var late = new List<int>();
        foreach (var text in scene.Twilio.Messages)
        {
            if (NumberOf(text.To) % 100 is not (>= 11 and <= 16 and var kind) || kind == 15) continue; // 15 is Thai
            await scene.Twilio.PlayCallbacks(text.Sid, site, new FakeReport("undelivered", Reported[kind - 11]));
            late.Add(NumberOf(text.To));
        }
        var tally = await first.Now(ct);
        outcome.Is("failed", tally.Failed, landlines.Count + thai.Count + late.Count);
        outcome.Is("opted out", tally.Suppressed, stopped.Count);

        var reached = scene.Twilio.Messages.Count;
        var second = await desk.Send(People.Alert("F13, again", People.Text), ct);
        await second.Is("finished", 300, ct);
        var again = scene.Twilio.Messages.Skip(reached).Select(text => NumberOf(text.To)).ToHashSet();
        outcome.Is("21610 tried again", stopped.Count(again.Contains), 0);
        outcome.Is("21614 tried again", landlines.Count(again.Contains), 0);
        outcome.Is("30005, 30006 tried again", late.Count(n => n % 100 is 13 or 14 && again.Contains(n)), 0);
        outcome.Is("30003, 30004, 30008 tried again", late.Count(n => n % 100 is 11 or 12 or 16 && again.Contains(n)), late.Count(n => n % 100 is 11 or 12 or 16));
        outcome.Is("texts beyond one each", scene.Twilio.Messages.Count - reached - again.Count, 0);
        await scene.CloseSecondTexts(outcome, second, again.Count, ct);
    }

    private static int NumberOf(string phone) => int.Parse(phone.AsSpan(phone.Length - 6), System.Globalization.CultureInfo.InvariantCulture);
}
