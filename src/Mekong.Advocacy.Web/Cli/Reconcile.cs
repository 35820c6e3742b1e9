using System.CommandLine;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Cli;

/// <summary>Proves that every message's fate is on record.</summary>
internal static class Reconcile
{
    public static Command Verb()
    {
        var alert = new Argument<Guid?>("ALERT") { Description = "the alert's id; all of them when left out", Arity = ArgumentArity.ZeroOrOne };
        var verb = new Command("reconcile", "Count each alert's ledger against its frozen audience: sent + failed + suppressed + expired = audience.") { alert };
        verb.SetAction((parsed, ct) => CommandLine.Run(services => Run(services, parsed.GetValue(alert), ct), ct));
        return verb;
    }

    private static async Task<int> Run(IServiceProvider services, Guid? only, CancellationToken ct)
    {
        var alerts = await services.GetRequiredService<ITables>().Query<AlertRow>(
            "select * from advocacy.alerts where audience is not null and (@only::uuid is null or id = @only) order by drafted_at", new { only }, ct);
        if (only is not null && alerts.Count == 0) throw new StartupException($"No alert {only} has begun to leave.");
        var wrong = 0;
        foreach (var alert in alerts)
        {
            var c = await services.GetRequiredService<DeliveryCounts>().Of(alert.Id, ct);
            var right = c.AddUp && c.Audience == alert.Audience && (alert.Stage != Domain.Alerts.AlertStage.Finished || c.Open == 0);
            if (!right) wrong++;
            await Console.Out.WriteLineAsync(
                $"{alert.Id} {alert.Stage,-9} audience {alert.Audience} = sent {c.Sent} + failed {c.Failed} + suppressed {c.Suppressed} + expired {c.Expired} + open {c.Open}: {(right ? "adds up" : "DOES NOT ADD UP")}");
        }
        await Console.Out.WriteLineAsync($"{alerts.Count} alerts, {wrong} that do not add up");
        return wrong == 0 ? 0 : 2;
    }
}
