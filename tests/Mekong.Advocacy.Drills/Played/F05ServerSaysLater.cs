using System.Diagnostics;
using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>The server hangs up with 421 on every other connection, then says 451 to DATA for one domain for ten minutes.</summary>
internal sealed class F05ServerSaysLater : IDrill
{
    private static readonly TimeSpan Busy = TimeSpan.FromMinutes(10);

    public string Name => "F5";
    public string Words => "421 on half the connections, then 451 for 10 minutes";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        var (domain, attempts) = (People.Domains[0], new Attempts());
        var hungUp = 0;
        scene.Mail.Script = new()
        {
            Answer = (verb, line, session) =>
            {
                if (verb == "RCPT") attempts.Heard(line, session);
                return verb == "MAIL" && session % 2 == 0 && Interlocked.Increment(ref hungUp) > 0 ? "421 4.7.0 Too many connections from you" : null;
            },
        };
        var (desk, _, _) = await scene.Open(ct);
        var campaign = await desk.Send(People.Alert("F5", People.Mail), ct);
        await Until.True(() => hungUp >= 200 || scene.Mail.Books.Taken > scene.Seed.Mails / 4, "half the connections were hung up on", 120, ct);
        var began = Stopwatch.GetTimestamp();
        scene.Mail.Script = new()
        {
            Answer = (verb, line, session) =>
            {
                if (verb == "RCPT") attempts.Heard(line, session);
                return verb == "DATA" && MailServer.IsTo(attempts.RecipientOf(session), domain) && Stopwatch.GetElapsedTime(began) < Busy ? "451 4.3.0 Try again later" : null;
            },
        };
        var others = scene.Seed.Mails / 5 * 4;
        await Until.True(() => scene.Mail.Books.Taken >= others * 0.95, "the other domains are served", 240, ct, 50);
        outcome.Says("others served after", Stopwatch.GetElapsedTime(began));
        scene.Waits();
        var tally = await campaign.Is("finished", 1800, ct);
        outcome.Says("finished after", Stopwatch.GetElapsedTime(began));
        outcome.Says("goodbyes with 421", hungUp);
        outcome.Is("marked as failed or bounced", tally.Failed + tally.Suppressed + tally.Expired, 0);
        outcome.AtMost("attempts for one mail", attempts.All.Max(mine => mine.Count), 6);
        outcome.AtLeast("shortest second wait", attempts.Waits(1).DefaultIfEmpty(double.NaN).Min(), 300, " s");
        await scene.CloseMail(outcome, campaign, scene.Seed.Mails, extraMost: 0, ct);
    }
}
