using System.Diagnostics;
using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>Ten thousand callbacks in ten seconds, the last word first, many twice.</summary>
internal sealed class F14Callbacks : IDrill
{
    private const double Seconds = 10;

    private static readonly FakeReport Sent = new("sent"), Delivered = new("delivered"), Unreached = new("undelivered", 30003);

    public string Name => "F14";
    public string Words => "10,000 callbacks in 10 s, reversed and doubled";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        var (desk, web, _) = await scene.Open(ct);
        var campaign = await desk.Send(People.Alert("F14", People.Text), ct);
        await campaign.Is("finished", 300, ct);
        await scene.CloseTexts(outcome, campaign, scene.Seed.Texts, extraMost: 0, ct);
        var texts = scene.Twilio.Messages;
        var played = texts.Select((text, n) => (text, Last: n % 20 == 0 ? Unreached : Delivered, Second: n % 2 == 0 ? Sent : null))
            .SelectMany(one => new[] { (one.text, one.Last), (one.text, one.Second ?? one.Last) }).ToList();
        var (times, worst, took) = await Play(played, web.Url, ct);
        outcome.Says("callbacks", played.Count);
        outcome.Says("in", $"{took:0.0} s");
        outcome.Is("answers of 400 and above", worst, 0);
        outcome.AtMost("p99", times.Order().ElementAt((int)(times.Count * 0.99)), 1000, " ms");
        var tally = await campaign.Now(ct);
        outcome.Is("delivered", tally.Delivered, texts.Count - (texts.Count + 19) / 20);
        outcome.Is("failed", tally.Failed, (texts.Count + 19) / 20);
        outcome.Is("counts add up", tally.AddsUp, true);
    }

    private static async Task<(List<double> Milliseconds, int Wrong, double Seconds)> Play(List<(FakeMessage Text, FakeReport Report)> played, Uri site, CancellationToken ct)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = site };
        var (times, wrong, began) = (new List<double>(), 0, Stopwatch.GetTimestamp());
        var under = new List<Task>();
        foreach (var (text, report) in played)
        {
            var due = Seconds * under.Count / played.Count;
            if (due - Stopwatch.GetElapsedTime(began).TotalSeconds is > 0.001 and var early) await Task.Delay(TimeSpan.FromSeconds(early), ct);
            under.Add(One(text, report));
        }
        await Task.WhenAll(under);
        return (times, wrong, Stopwatch.GetElapsedTime(began).TotalSeconds);

        async Task One(FakeMessage text, FakeReport report)
        {
            var from = Stopwatch.GetTimestamp();
            var answer = (await FakeCallbacks.Play(text, http, FakeTwilio.AuthToken, [report]))[0];
            lock (times)
            {
                times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                if (answer >= 400) wrong++;
            }
        }
    }
}
