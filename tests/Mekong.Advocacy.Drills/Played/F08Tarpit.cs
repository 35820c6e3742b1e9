using System.Diagnostics;
using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>One mail domain of five answers thirty seconds late; the other four are measured with and without.</summary>
internal sealed class F08Tarpit : IDrill
{
    public string Name => "F8";
    public string Words => "tarpit of 30 s on one domain of five";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        var others = scene.Seed.Mails / 5 * 4;
        var (desk, web, _) = await scene.Open(ct);
        await Measured(scene, desk, web, others, ct); // everything is warm after it
        var (usual, usualPage) = await Measured(scene, desk, web, others, ct);
        using var lifted = new CancellationTokenSource();
        scene.Mail.Script = new()
        {
            Delay = (verb, line) => verb == "RCPT" && MailServer.IsTo(line, People.Domains[0]) && !lifted.IsCancellationRequested ? Pit(lifted.Token) : Task.CompletedTask,
        };
        var (slow, slowPage, campaign) = await Begun(scene, desk, web, others, ct);
        outcome.Says("four domains without", $"{others * 0.99 / usual:0}/s");
        outcome.AtLeast($"with the tarpit {others * 0.99 / slow:0}/s, that is", usual / slow, 0.8);
        outcome.Says("public page p95 without", $"{usualPage:0.0} ms");
        outcome.AtMost("with", slowPage, Math.Max(usualPage * 1.2, usualPage + 2), " ms");
        await lifted.CancelAsync();
        scene.Mail.Script = new();
        scene.Waits(); // what was put off because of the tarpit comes when it is due
        await campaign.Is("finished", 1500, ct);
        await scene.CloseMail(outcome, campaign, scene.Seed.Mails, extraMost: 0, ct);
    }

    private static async Task Pit(CancellationToken lifted)
    {
        try { await Task.Delay(TimeSpan.FromSeconds(30), lifted); }
        catch (OperationCanceledException) { }
    }

    private static async Task<(double Seconds, double Page)> Measured(Scene scene, Desk desk, PlatformProcess web, int others, CancellationToken ct)
    {
        var (seconds, page, campaign) = await Begun(scene, desk, web, others, ct);
        await campaign.Is("finished", 300, ct);
        return (seconds, page);
    }

    /// <summary>From the first mail to the last but one in a hundred of the four domains: each connection in the pit has one more in hand.</summary>
    private static async Task<(double Seconds, double Page, Campaign Campaign)> Begun(Scene scene, Desk desk, PlatformProcess web, int others, CancellationToken ct)
    {
        scene.Mail.OpenNewBooks();
        var probe = new PageProbe(web.Url);
        var campaign = await desk.Send(People.Alert("F8", People.Mail), ct);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Until.True(() => scene.Mail.Books.Taken > 0, "the first mail is out", 60, ct);
        var probing = probe.Run(enough.Token);
        await Until.True(() => scene.Mail.Books.Taken >= others * 0.99 && Arrived(scene).Count() >= others * 0.99, "the four domains are served", 900, ct, 50);
        await enough.CancelAsync();
        await probing;
        var arrived = Arrived(scene).Select(one => one.FirstAt).Order().ToList();
        return (Stopwatch.GetElapsedTime(arrived[0], arrived[(int)(others * 0.99) - 1]).TotalSeconds, probe.P95, campaign);
    }

    private static IEnumerable<Received> Arrived(Scene scene) =>
        scene.Mail.Books.Messages.Where(one => !one.Recipient.EndsWith(People.Domains[0], StringComparison.Ordinal));
}
