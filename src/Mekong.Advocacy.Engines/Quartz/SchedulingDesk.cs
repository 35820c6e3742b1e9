using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Mekong.Advocacy.Engines.Quartz;

/// <summary>
/// A scheduler that is never started: it only writes triggers, for the workers of all processes to find. Apart from the one that runs
/// jobs here, because that one refuses new triggers while it stops, when the jobs that end then still have some to set.
/// </summary>
internal sealed class SchedulingDesk(NpgsqlDataSource database, TimeProvider clock) : IDisposable, IAsyncDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddSingleton(clock)
        .AddQuartz(quartz => QuartzRegistration.Configure(quartz, database, threads: 1)).BuildServiceProvider();

    public ValueTask<IScheduler> Scheduler(CancellationToken ct) => services.GetRequiredService<ISchedulerFactory>().GetScheduler(ct);

    public void Dispose() => services.Dispose();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
