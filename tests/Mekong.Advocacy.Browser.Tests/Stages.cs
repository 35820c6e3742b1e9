using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Browser.Tests;

/// <summary>The demonstration's alerts brought to different stages: one sent, one waiting for approval, one sent back, one released in an emergency.</summary>
internal sealed record Stages(Guid Sent, Guid Waiting, Guid SentBack, Guid Released)
{
    private static readonly Guid Second = new("c41b0000-0000-0000-0000-000000000003");

    public static async Task<Stages> Prepare(IServiceProvider services, CancellationToken ct)
    {
        var (decider, tables, clock) = (services.GetRequiredService<Decider>(), services.GetRequiredService<ITables>(), services.GetRequiredService<TimeProvider>());
        var ids = await tables.Query<Guid>("select id from advocacy.alerts order by drafted_at", null, ct);
        var author = (await services.GetRequiredService<AccountDesk>().Ensure("author@example.org", Role.Coordinator)).Id;
        var (sent, waiting, back, released) = (ids[0], ids[1], ids[2], Guid.CreateVersion7());
        var content = (await decider.Load(Alert.Fold, sent, ct)).State.Content!;

        await Do(back, alert => alert.SendBack(Second, alert.Content!.Hash, "The Lao text names the wrong date."));
        await Do(released, alert => alert.Draft(author, content with { Name = "Raid in the border town" }));
        await Do(released, alert => alert.ReleaseInEmergency(author, alert.Content!.Hash, "Raid tonight; nobody else is awake."));
        await Do(sent, alert => alert.Approve(Second, alert.Content!.Hash));
        var now = clock.GetUtcNow();
        await Do(sent, alert => alert.Schedule(now, zone: null, now));
        while ((await tables.Query<string>("select stage from advocacy.alerts where id = @sent", new { sent }, ct))[0] != nameof(AlertStage.Finished))
            await Task.Delay(100, ct);
        return new(sent, waiting, back, released);

        async Task Do(Guid id, Func<Alert, Domain.Kernel.Decision<AlertEvent>> decide) =>
            Assert.False((await decider.Decide(Alert.Fold, id, decide, ct)).Refused);
    }
}
