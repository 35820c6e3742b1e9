using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Engines.Jobs;

/// <summary>Carries out what a run that has begun asks for, and says what follows from how it went.</summary>
internal sealed class ListedRun(IServiceScopeFactory scopes, RetryPlan plan, TimeProvider clock, ILogger<ListedRun> log)
{
    private const string Died = "The process ended during each of the last runs.";

    public async Task<Ending> Run(Begun run, CancellationToken ct)
    {
        if (run.Attempts > plan.Attempts) return Ended(run with { Attempts = plan.Attempts }, Died);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IJobRunner>().Run(run.Command, run.Arguments, ct);
            return Ended(run, null);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return Ending.HandedOn(run, clock.GetUtcNow()); // this node is stopping
        }
#pragma warning disable CA1031 // whatever a command throws is the job's last error
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogWarning(e, "Job {Key} ({Command}) failed in attempt {Attempt}", run.Key, run.Command, run.Attempts);
            return Ended(run, ErrorText.Of(e));
        }
    }

    private Ending Ended(Begun run, string? error) => Ending.Of(run, error, plan, Random.Shared.NextDouble(), clock.GetUtcNow());
}
