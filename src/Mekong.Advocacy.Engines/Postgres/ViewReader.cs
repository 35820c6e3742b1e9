using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>
/// Keeps the views that may be a moment late. Rows and the position reached commit together, so it resumes exactly where it
/// stopped; the progress row's lock keeps a second node from doing the same.
/// </summary>
internal sealed class ViewReader(
    NpgsqlDataSource database, ILog log, IEnumerable<IProjection> projections, ILogger<ViewReader> logger) : BackgroundService
{
    private const int BatchSize = 1000;
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(300), AfterError = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(projections.Where(view => !view.Inline).Select(view => Keep(view, stoppingToken)));

    private async Task Keep(IProjection view, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!await Advance(view, ct)) await Task.Delay(Idle, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested) { return; }
            catch (Exception e)
            {
                logger.LogError(e, "The view {View} could not be brought forward; trying again", view.Table);
                await Task.Delay(AfterError, ct).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Folds the next batch; false when there was nothing new, or another node is at it.</summary>
    internal async Task<bool> Advance(IProjection view, CancellationToken ct)
    {
        // Read before the transaction begins: the log may wait for other transactions, and Marten takes any that is open for one of them.
        var position = await Progress.Reached(database, view, ct);
        var batch = await log.Read(position, ct).Take(BatchSize).ToListAsync(ct);
        if (batch.Count == 0) return false;
        await using var connection = await database.Open(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await Progress.Lock(connection, view, ct) is not { } reached) return false; // another node is at it
        if (reached != position) return true; // it was: there may be more by now
        await ViewFold.Run(connection, new ViewTable(view), batch, ct);
        await Progress.Move(connection, view, batch[^1].Position, ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}
