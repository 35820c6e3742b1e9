using System.Threading.Channels;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>One channel's worker in this process: claims rows, spreads them over its lanes, keeps its leases alive.</summary>
internal sealed class Sender(
    IHand hand, Claims claims, ITables tables, Aftermath aftermath, AdvocacySettings settings, TimeProvider clock, ILogger<Sender> logger)
    : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500), RenewEvery = TimeSpan.FromSeconds(5), Grace = TimeSpan.FromSeconds(20);

    private readonly Guid owner = Guid.CreateVersion7();

    private readonly Holdings holdings = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rows = System.Threading.Channels.Channel.CreateUnbounded<Claimed>();
        using var pace = new Pace(settings.Limits, hand.Channel, clock);
        using var abandon = new CancellationTokenSource();
        await using var stopping = stoppingToken.Register(() => abandon.CancelAfter(Grace));
        await using (var journal = new Journal(tables, clock, logger, owner, holdings))
        {
            var lanes = Enumerable.Range(0, hand.Connections)
                .Select(_ => new Lane(hand, journal, pace, aftermath, clock, logger).Run(rows.Reader, stoppingToken, abandon.Token))
                .ToList();
            await Task.WhenAll([Fill(rows, stoppingToken), Renew(stoppingToken), .. lanes]);
        }
        try { await claims.Release(owner, CancellationToken.None); }
        catch (System.Data.Common.DbException e) { logger.LogWarning("Leases were not given back and will run out: {Error}", e.Message); }
    }

    /// <summary>Takes a few rows per lane at a time, so that little waits in one process while another stands idle.</summary>
    private async Task Fill(Channel<Claimed> rows, CancellationToken ct)
    {
        var batch = Math.Max(50, hand.Connections * 20);
        await Forever("claim", async () =>
        {
            if (rows.Reader.Count > batch / 2) { await Task.Delay(TimeSpan.FromMilliseconds(5), ct); return; }
            var taken = await claims.Take(hand.Channel, owner, batch, holdings, clock.GetUtcNow(), ct);
            foreach (var row in taken) rows.Writer.TryWrite(row);
            if (taken.Count == 0) await Task.Delay(Idle, ct);
        }, ct);
        rows.Writer.TryComplete();
    }

    private Task Renew(CancellationToken ct) => Forever("renew", async () =>
    {
        await Task.Delay(RenewEvery, ct);
        await claims.Renew(owner, holdings, clock.GetUtcNow(), ct);
    }, ct);

    /// <summary>The database may go and come back; the worker stays.</summary>
    private async Task Forever(string what, Func<Task> step, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try { await step(); }
            catch (OperationCanceledException) when (ct.IsCancellationRequested) { return; }
            catch (Exception e)
            {
                logger.LogError("Sending {Channel} could not {What}: {Error}", hand.Channel, what, e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
        }
    }
}
