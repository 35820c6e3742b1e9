using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Deliveries;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// Once a second: ends what was cancelled, gives up what is too old, pauses what fails too often, closes the campaigns whose every row
/// has met its fate.
/// </summary>
internal sealed class Sweep(ITables tables, IServiceScopeFactory scopes, AdvocacySettings settings, TimeProvider clock, ILogger<Sweep> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // A cancelled message whose answer is unknown was handed over as far as anyone can say: it counts as sent, unconfirmed.
    private const string EndCancelled = """
        update advocacy.deliveries d set
          state = case d.state when 'queued' then 'expired' else 'sent' end,
          reason = case d.state when 'queued' then 'cancelled' else 'unconfirmed' end,
          settled_at = @now, lease_owner = null, lease_until = null
        from advocacy.alerts a
        where a.id = d.alert_id and a.stage = 'Cancelled'
          and (d.state = 'queued' or d.state = 'attempted' and (d.lease_until is null or d.lease_until < @now))
        """;

    private const string GiveUp = """
        update advocacy.deliveries set state = 'expired', reason = 'too-old', settled_at = @now
        where channel = @channel and state = 'queued' and created_at < @before
        """;

    private const string Ready = """
        select a.id from advocacy.alerts a where a.stage in ('Sending', 'Paused')
          and not exists (select from advocacy.deliveries d where d.alert_id = a.id and d.state in ('queued', 'attempted'))
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await Once(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception e) { logger.LogError("The ledger could not be swept: {Error}", e.Message); }
        }
    }

    internal async Task Once(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await tables.Execute(EndCancelled, new { now }, ct);
        foreach (var channel in Channel.All)
            await tables.Execute(GiveUp, new { channel, now, before = now - Backoff.GiveUpAfter(channel) }, ct);
        if (settings.Limits.PauseAtFailures is > 0 and var share)
        {
            foreach (var failing in (await Failing.Campaigns(tables, share, ct)).Where(campaign => campaign.TooMuch(share)))
                await Send(new StopForErrors(failing.Id, failing.Detail), ct);
        }
        foreach (var alertId in await tables.Query<Guid>(Ready, null, ct)) await Send(new FinishAlert(alertId), ct);
    }

    private async Task Send(ICommand command, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct);
    }
}
