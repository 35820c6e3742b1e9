using Dapper;
using Mekong.Advocacy.Engines.Quartz;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs;

/// <summary>The Quartz engine under the contract, with its schema as the migration runner finds it.</summary>
public sealed class QuartzJobsTests(JobsDatabase server) : JobSchedulerContract(server), IClassFixture<JobsDatabase>
{
    protected override async Task Prepare(NpgsqlConnection db)
    {
        var assembly = typeof(QuartzJobs).Assembly;
        using var script = new StreamReader(assembly.GetManifestResourceStream(
            assembly.GetManifestResourceNames().Single(n => n.EndsWith("0002-jobs.sql", StringComparison.Ordinal)))!);
        await db.ExecuteAsync(await script.ReadToEndAsync());
    }

    protected override Task<IHost> Start(bool runsJobs) => JobsNode.Start(ConnectionString, runsJobs);
}
