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
/// has met its fate. The last also when a worker has nothing left.
/// </summary>
internal sealed class Sweep(ITables tables, IServiceScopeFactory scopes, Bell bell, AdvocacySettings settings, TimeProvider clock, ILogger<Sweep> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // A cancelled message whose answer is unknown was handed over as far as anyone can say: it counts as sent, unconfirmed. What a worker
    // has in its hands is waited for: it puts down what may not leave any more.
    private const string EndCancelled = """
        with flown as materialized (select unnest(ids) as id from advocacy.in_flight),
        over as (
          select a.id from advocacy.alerts a where a.stage = 'Cancelled' and (
            exists (select from advocacy.delivery_batches b where b.alert_id = a.id and b.open)
            or exists (select from advocacy.deliveries p where p.alert_id = a.id and p.due_at is not null)))
        update advocacy.deliveries d set
          state = case when d.state = 'queued' and d.id not in (select id from flown) then 'expired' else 'sent' end,
          reason = case when d.state = 'queued' and d.id not in (select id from flown) then 'cancelled' else 'unconfirmed' end,
          settled_at = @now, due_at = null, lease_owner = null, lease_until = null
        from over where d.alert_id = over.id and d.state in ('queued', 'attempted') and (d.lease_until is null or d.lease_until < @now)
          and not exists (
            select from advocacy.delivery_batches b where b.alert_id = d.alert_id and b.channel = d.channel
              and d.id between b.first_id and b.last_id and b.lease_until >= @now)
        """;

    private const string GiveUpPutOff = """
        update advocacy.deliveries set state = 'expired', reason = 'too-old', settled_at = @now, due_at = null
        where channel = @channel and due_at is not null and state = 'queued' and created_at < @before
        """;

    private const string GiveUpBatches = """
        update advocacy.deliveries d set state = 'expired', reason = 'too-old', settled_at = @now
        from advocacy.delivery_batches b
        where b.open and b.channel = @channel and b.created_at < @before and (b.lease_until is null or b.lease_until < @now)
          and d.id between b.first_id and b.last_id and d.alert_id = b.alert_id and d.channel = b.channel and d.state = 'queued'
          and d.id <> all(array(select unnest(f.ids) from advocacy.in_flight f))
        """;

    private const string Forget = "delete from advocacy.in_flight where at < @dayAgo";

    // Of what was cancelled or given up, no worker closes the batches. Of a campaign that seems ready, a batch may have been closed with
    // rows left in it, which must not be; it is opened again.
    private const string CloseOrReopen = """
        update advocacy.delivery_batches b set open = not b.open from (
          select c.id, exists (
            select from advocacy.deliveries d where d.id between c.first_id and c.last_id and d.alert_id = c.alert_id and d.channel = c.channel
              and d.due_at is null and d.state in ('queued', 'attempted')) as left_over
          from advocacy.delivery_batches c join advocacy.alerts a on a.id = c.alert_id
          where c.open and (a.stage = 'Cancelled' or c.created_at < now() - interval '1 day') or not c.open and c.alert_id = any(@ready)) looked
        where looked.id = b.id and looked.left_over <> b.open and (b.lease_until is null or b.lease_until < @now)
        """;

    private const string Ready = """
        select a.id from advocacy.alerts a where a.stage in ('Sending', 'Paused')
          and not exists (select from advocacy.delivery_batches b where b.alert_id = a.id and b.open)
          and not exists (select from advocacy.deliveries d where d.alert_id = a.id and d.due_at is not null)
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        var (ticks, rings) = (timer.WaitForNextTickAsync(stoppingToken).AsTask(), bell.Rings(stoppingToken));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var came = await Task.WhenAny(ticks, rings);
                await came;
                if (came == ticks)
                {
                    ticks = timer.WaitForNextTickAsync(stoppingToken).AsTask();
                    await Once(stoppingToken);
                }
                else
                {
                    rings = bell.Rings(stoppingToken);
                    await Close(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception e) { logger.LogError("The ledger could not be swept: {Error}", e.Message); }
        }
    }

    internal async Task Once(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await tables.Execute(EndCancelled, new { now }, ct);
        await tables.Execute(Forget, new { dayAgo = now.AddDays(-1) }, ct);
        foreach (var channel in Channel.All)
        {
            var old = new { channel, now, before = now - Backoff.GiveUpAfter(channel) };
            await tables.Execute(GiveUpPutOff, old, ct);
            await tables.Execute(GiveUpBatches, old, ct);
        }
        if (settings.Limits.PauseAtFailures is > 0 and var share)
        {
            foreach (var failing in (await Failing.Campaigns(tables, share, ct)).Where(campaign => campaign.TooMuch(share)))
                await Send(new StopForErrors(failing.Id, failing.Detail), ct);
        }
        await Close(ct);
    }

    private async Task Close(CancellationToken ct)
    {
        var ready = await tables.Query<Guid>(Ready, null, ct);
        await tables.Execute(CloseOrReopen, new { now = clock.GetUtcNow(), ready = ready.ToArray() }, ct);
        foreach (var alertId in ready) await Send(new FinishAlert(alertId), ct);
    }

    private async Task Send(ICommand command, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct);
    }
}
