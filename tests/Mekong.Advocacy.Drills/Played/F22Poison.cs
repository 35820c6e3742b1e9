using Mekong.Advocacy.Drills.Ground;
using Mekong.Advocacy.Drills.Running;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>One message cannot be written, and the server always hangs up on one address; everybody else is served.</summary>
internal sealed class F22Poison : IDrill
{
    private const int Unwritable = 11;

    public string Name => "F22";
    public string Words => "one message that cannot be written, one address the server always drops on";

    public async Task Run(Scene scene, Outcome outcome, CancellationToken ct)
    {
        var hated = People.Address(12);
        scene.Mail.Script = new() { Answer = (verb, line, _) => verb == "RCPT" && line.Contains(hated, StringComparison.Ordinal) ? SinkScript.Drop : null };
        await scene.Database.Ask<object>($"update advocacy.people set name_sealed = '\\x00' where id = (select person_id from advocacy.contact_points where number = {Unwritable}) returning 1", ct);
        await using var platform = await scene.Host(ProcessRole.All, ct);
        var campaign = await new Desk(new Uri(platform.App.Urls.First()), scene.Seed).Send(People.Alert("F22", People.Mail), ct);
        await campaign.Sees(now => now.Sent >= scene.Seed.Mails - 2, "everybody else is served", 300, ct);
        for (var tries = 0; (await campaign.Now(ct)).Stage != "finished"; tries++)
        {
            if (tries > 12) throw new InvalidOperationException("it is tried for ever");
            scene.Clock.Move(TimeSpan.FromMinutes(95)); // beyond the longest back-off
            var before = await Made(scene, ct);
            await Until.Sees(async () => await Made(scene, ct) > before || (await campaign.Now(ct)).Stage == "finished", tried => tried, "one more try", 30, ct);
            await campaign.Sees(now => now.Attempted == 0, "it is over", 30, ct);
        }
        var set = await scene.Database.Column<string>("select attempts || ' tries, ' || state || ', ' || reason from advocacy.deliveries where state <> 'sent' order by id", ct);
        outcome.Is("set aside", set.Count, 2);
        outcome.Says("listed as", string.Join("; ", set));
        outcome.AtMost("most tries", await scene.Database.Ask<int>("select max(attempts) from advocacy.deliveries", ct), 10);
        await scene.CloseMail(outcome, campaign, scene.Seed.Mails - 2, extraMost: 0, ct);
    }

    private static Task<long> Made(Scene scene, CancellationToken ct) => scene.Database.Ask<long>("select sum(attempts) from advocacy.deliveries", ct);
}
