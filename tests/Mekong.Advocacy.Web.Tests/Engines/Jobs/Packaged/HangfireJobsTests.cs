using Mekong.Advocacy.Engines.Hangfire;
using Mekong.Advocacy.Engines.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs.Packaged;

/// <summary>The Hangfire engine under the contract.</summary>
public sealed class HangfireJobsTests(JobsDatabase server) : JobSchedulerContract(server), IClassFixture<JobsDatabase>
{
    private protected override IJobsEngine Engine { get; } = new HangfireEngine();

    protected override string Servers => "hangfire.server";
}

internal sealed class HangfireEngine : IJobsEngine
{
    public void Add(IServiceCollection services, NpgsqlDataSource database, bool runsJobs, RetryPlan retry) =>
        services.AddHangfireJobs(database, runsJobs, retry);
}
