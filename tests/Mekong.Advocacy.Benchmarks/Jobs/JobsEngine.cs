using System.Threading.Channels;
using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Benchmarks.Jobs;

/// <summary>One process that schedules jobs and runs them; a run does nothing but say that it began.</summary>
internal sealed class JobsEngine : IAsyncDisposable
{
    private readonly Channel<string> began = Channel.CreateUnbounded<string>();
    private IHost host = null!;

    public IJobScheduler Scheduler => host.Services.GetRequiredService<IJobScheduler>();

    public static async Task<JobsEngine> Start(string database, EngineChoice engines, CancellationToken ct)
    {
        await EngineServices.Migrate(database, typeof(Platform).Assembly, ct);
        var engine = new JobsEngine();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IJobRunner>(new Run(engine.began.Writer));
        builder.Services.AddPostgresEngines(database, EventNames.Catalog(), runsJobs: true, engines);
        engine.host = builder.Build();
        await engine.host.StartAsync(ct);
        return engine;
    }

    /// <summary>Waits until so many runs have begun.</summary>
    public async Task Runs(int many, CancellationToken ct)
    {
        for (var run = 0; run < many; run++) await began.Reader.ReadAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private sealed class Run(ChannelWriter<string> began) : IJobRunner
    {
        Task IJobRunner.Run(string command, string arguments, CancellationToken ct) => began.WriteAsync(arguments, ct).AsTask();
    }
}
