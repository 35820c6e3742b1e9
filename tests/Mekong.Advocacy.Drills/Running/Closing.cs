using Mekong.Advocacy.Drills.Ground;

namespace Mekong.Advocacy.Drills.Running;

/// <summary>How every drill ends: the receivers' books against the platform's counts, nothing left open, nobody named in a log.</summary>
internal static class Closing
{
    /// <param name="extraMost">Copies beyond the first that this fault may cost; null: they are judged by the drill itself.</param>
    public static async Task CloseMail(this Scene scene, Outcome outcome, Campaign campaign, int reached, int? extraMost, CancellationToken ct)
    {
        var books = scene.Mail.Books;
        var people = books.Messages.DistinctBy(one => one.Recipient).Count();
        outcome.Is("lost", reached - people, 0);
        outcome.Is("Message-IDs beyond one a person", books.Different - people, 0);
        if (extraMost is { } most) outcome.AtMost("extra copies", books.Extra, most);
        outcome.Says("connections at most", scene.Mail.MostAtOnce);
        await scene.Close(outcome, campaign, people, ct);
    }

    public static async Task CloseTexts(this Scene scene, Outcome outcome, Campaign campaign, int reached, int extraMost, CancellationToken ct)
    {
        var texts = scene.Twilio.Messages;
        var people = texts.DistinctBy(text => text.To).Count();
        outcome.Is("lost", reached - people, 0);
        outcome.AtMost("extra copies", texts.Count - people, extraMost);
        await scene.Close(outcome, campaign, people, ct);
    }

    /// <summary>Of a campaign that is not the scene's first: whom it reached was counted by the drill.</summary>
    public static Task CloseSecondTexts(this Scene scene, Outcome outcome, Campaign campaign, int people, CancellationToken ct) =>
        scene.Close(outcome, campaign, people, ct);

    private static async Task Close(this Scene scene, Outcome outcome, Campaign campaign, int people, CancellationToken ct)
    {
        var tally = await campaign.Now(ct);
        outcome.Is("counted as sent", tally.Sent, people);
        outcome.Is("counts add up", tally.AddsUp, true);
        outcome.Is("rows open at the end", await scene.Database.Ask<long>("select count(*) from advocacy.deliveries where state in ('queued', 'attempted')", ct), 0L);
        outcome.Is("rows that the report counts otherwise than the ledger", await Differing(scene, campaign, tally, ct), 0L);
        outcome.Is("log lines that name somebody", Named(scene.Logs), 0);
    }

    private static async Task<long> Differing(Scene scene, Campaign campaign, Tally tally, CancellationToken ct)
    {
        var seen = await scene.Database.Column<string>($"select state || ':' || count(*) from advocacy.deliveries where alert_id = '{campaign.Id}' group by state", ct);
        var told = new Dictionary<string, long> { ["sent"] = tally.Sent, ["failed"] = tally.Failed, ["suppressed"] = tally.Suppressed, ["expired"] = tally.Expired };
        return seen.Count(one => told.GetValueOrDefault(one.Split(':')[0]) != long.Parse(one.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static int Named(IEnumerable<string> logs) => logs.Where(File.Exists).Sum(log =>
        File.ReadLines(log).Count(line => People.Canaries.Any(canary => line.Contains(canary, StringComparison.OrdinalIgnoreCase))));
}
