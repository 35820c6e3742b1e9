using Mekong.Advocacy.Engines.Jobs;
using Mekong.Advocacy.Engines.Quartz;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs;

/// <summary>The Quartz engine under the contract.</summary>
public sealed class QuartzJobsTests(JobsDatabase server) : JobSchedulerContract(server), IClassFixture<JobsDatabase>
{
    private protected override IJobsEngine Engine { get; } = new QuartzEngine();

    protected override string Servers => "jobs.qrtz_scheduler_state";

    [Fact]
    public async Task Only_the_newest_schedules_trigger_begins_a_run_and_none_begins_it_before_its_date_or_after_its_end()
    {
        await using var database = NpgsqlDataSource.Create(ConnectionString);
        await using var db = await database.OpenConnectionAsync(Ct);
        var (now, old, current) = (DateTimeOffset.Parse("2026-03-01T09:00:00Z", null), Guid.NewGuid(), Guid.NewGuid());
        var job = new Job("alert-7", "note", "{}", now);
        await db.Put(job, old, now, Ct);
        await db.Put(job with { DueAt = now.AddHours(1) }, current, now, Ct);
        Assert.Null(await db.Begin("alert-7", old, now.AddHours(1), Ct));
        Assert.Null(await db.Begin("alert-7", current, now, Ct));
        var run = await db.Begin("alert-7", current, now.AddHours(1), Ct);
        Assert.Equal(new Begun("alert-7", current, "note", "{}", null, 1), run);
        Assert.False(await db.End(run! with { Ticket = old }, new Ending(JobStage.Done, 1, null, null), now, Ct));
        Assert.True(await db.End(run, new Ending(JobStage.Done, 1, null, null), now, Ct));
        Assert.Null(await db.Begin("alert-7", current, now.AddHours(2), Ct));
    }

    [Fact]
    public async Task A_verb_of_the_command_line_schedules_without_a_host()
    {
        await using var database = NpgsqlDataSource.Create(ConnectionString);
        using var services = new ServiceCollection().AddQuartzJobs(database, runsJobs: false).BuildServiceProvider();
        var jobs = services.GetRequiredService<IJobScheduler>();
        await jobs.Schedule(new Job("alert-7", "note", "{}", DateTimeOffset.Parse("2027-03-01T09:00:00Z", null)), Ct);
        Assert.Equal(JobStage.Queued, Assert.Single(await jobs.List(Ct)).Stage);
    }
}

internal sealed class QuartzEngine : IJobsEngine
{
    public void Add(IServiceCollection services, NpgsqlDataSource database, bool runsJobs, RetryPlan retry) =>
        services.AddQuartzJobs(database, runsJobs, retry);
}
