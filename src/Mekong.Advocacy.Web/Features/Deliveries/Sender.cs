using System.Security.Cryptography;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>One channel's worker in this process: claims rows, spreads them over its lanes, keeps its leases alive.</summary>
internal sealed class Sender(
    IHand hand, Claims claims, ITables tables, Aftermath aftermath, Standings standings, Bell bell, Starts starts, AdvocacySettings settings,
    IHostApplicationLifetime life, TimeProvider clock, ILogger<Sender> logger)
    : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500), Shortly = TimeSpan.FromMilliseconds(50), Soon = TimeSpan.FromMilliseconds(5), RenewEvery = TimeSpan.FromSeconds(5), SettleEvery = TimeSpan.FromSeconds(1), Grace = TimeSpan.FromSeconds(20);

    private readonly Guid owner = Guid.CreateVersion7();

    private readonly Holdings holdings = new();

    private long? settledAt;

    private DateTimeOffset settled;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var tray = new Outtray(hand.Connections, clock);
        using var pace = new Pace(settings.Limits, hand.Channel, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, life.ApplicationStopping); // the host stops one service after another
        using var abandon = new CancellationTokenSource();
        await using var stopping = stop.Token.Register(() => abandon.CancelAfter(Grace));
        var ledger = new Ledger(tables, clock);
        var estate = new Estate(settings.Notebooks, hand.Channel, ledger, tables, clock, logger);
        await using (var journal = new Journal(ledger, estate.NotebookOf(owner), logger, owner, holdings, hand.Connections))
        {
            var lanes = Enumerable.Range(0, hand.Connections)
                .Select(_ => Task.Run(() => new Lane(hand, tray, journal, standings, pace, aftermath, clock, logger).Run(stop.Token, abandon.Token), CancellationToken.None))
                .ToList();
            await Task.WhenAll([Fill(tray, estate, stop.Token), Renew(stop.Token), .. lanes]);
        }
        try { await claims.Release(owner, CancellationToken.None); }
        catch (System.Data.Common.DbException e) { logger.LogWarning("Leases were not given back and will run out: {Error}", e.Message); }
    }

    /// <summary>Takes a batch at a time, so that little waits in one process while another stands idle.</summary>
    private Task Fill(Outtray tray, Estate estate, CancellationToken ct) => Forever("claim", async () =>
    {
        if (settledAt is not { } last || clock.GetElapsedTime(last) > SettleEvery)
        {
            var began = clock.GetUtcNow();
            await estate.Settle(ct);
            (settledAt, settled) = (clock.GetTimestamp(), began);
        }
        var emptied = holdings.Emptied;
        if (emptied.Length > 0)
        {
            await claims.GiveBack(owner, emptied, ct);
            holdings.Forget(emptied);
            if (holdings.IsEmpty) bell.Ring();
        }
        if (tray.IsFull)
        {
            tray.Stir();
            await Task.Delay(Soon, ct);
            return;
        }
        var (then, started) = (standings.Now, starts.Next);
        var taken = await claims.Take(hand.Channel, owner, batches: 1, holdings, then.At, settled, ct);
        if (taken.Count > 0) tray.Add(taken.Select(row => Address(row) with { Then = then }));
        else
        {
            tray.Stir();
            await Task.WhenAny(started, Task.Delay(holdings.IsEmpty ? Idle : Shortly, ct));
        }
    }, ct);

    /// <summary>What cannot be opened goes to a lane all the same, which sets it aside.</summary>
    private Addressed Address(Claimed row)
    {
        try { return hand.Address(row); }
        catch (CryptographicException) { return new Addressed(row, "", ""); }
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
