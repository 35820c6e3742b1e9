using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Hosting.PublicPages;

/// <summary>Hears of what other processes record, by reading on in the log twice a second.</summary>
internal sealed class Elsewhere(IEventStore store, ITables tables, Happenings happenings, ILogger<Elsewhere> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500), AfterError = TimeSpan.FromSeconds(5);

    /// <summary>Begins so many numbers back: what was being written as this process started is heard, too.</summary>
    private const long Behind = 1000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? position = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Between;
            try
            {
                position ??= await Begin(stoppingToken);
                await foreach (var happened in store.ReadAll(position.Value, stoppingToken))
                {
                    happenings.In(happened.Stream, happened.Event);
                    position = happened.Position;
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Pages may be some seconds late, the log cannot be read: {Reason}", e.Message);
                pause = AfterError;
            }
            await Task.Delay(pause, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task<long> Begin(CancellationToken ct) =>
        Math.Max(0, (await tables.Query<long>("select coalesce(max(seq_id), 0) from es.mt_events", null, ct))[0] - Behind);
}
