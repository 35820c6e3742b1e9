using Mekong.Advocacy.Engines.Hangfire;
using Mekong.Advocacy.Engines.Jobs;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs.Packaged;

/// <summary>The Hangfire engine under the contract.</summary>
public sealed class HangfireJobsTests(JobsDatabase server) : JobSchedulerContract(server), IClassFixture<JobsDatabase>
{
    private protected override IJobsEngine Engine { get; } = new HangfireEngine();

    protected override string Servers => "hangfire.server";

    [Fact]
    public async Task Hangfire_is_told_a_key_and_a_ticket_and_nothing_else()
    {
        var node = await Node();
        await Jobs(node).Schedule(new Job("alert-7", "note", """{"subscriber":"0197a0c0"}""", Now.AddDays(1)), Ct);
        await Until(3, async () => await Query<int>("select count(*) from hangfire.job") == 1);
        Assert.Matches("""^\["\\"alert-7\\"", "\\"[0-9a-f-]{36}\\"", null\]$""", await Query<string>("select arguments::text from hangfire.job"));
        Assert.Equal(0, await Query<int>("""
            select count(*) from (select row_to_json(t)::text as line from hangfire.job t union all select row_to_json(t)::text from hangfire.jobparameter t
              union all select row_to_json(t)::text from hangfire.state t) every where line like '%subscriber%'
            """));
    }

    [Fact]
    public async Task A_schedule_that_is_handed_over_twice_runs_once()
    {
        var node = await Node();
        await Jobs(node).Schedule(new Job("alert-7", "linger", "1", Now), Ct);
        await Until(3, async () => (await Runs()).Count == 1);
        Assert.Equal(1, await Query<int>("with gone as (delete from jobs.handed_over returning 1) select count(*) from gone")); // as if the process had died before it noted it
        await Until(3, async () => await Query<int>("select count(*) from hangfire.job") == 2);
        await Until(10, node, "alert-7", JobStage.Done);
        await Until(10, async () => await Query<int>("select count(*) from hangfire.job where statename = 'Succeeded'") == 2);
        Assert.Equal(["linger 1"], await Runs());
    }

    [Fact]
    public async Task A_job_that_Hangfire_has_lost_is_handed_over_again()
    {
        await List("alert-7", attempts: 1);
        await using var db = new NpgsqlConnection(ConnectionString);
        await db.OpenAsync(Ct);
        await HandedOver.Prepare(db, Ct);
        await Query<int>("""
            with noted as (insert into jobs.handed_over (key, ticket, due_at, hangfire_id, at)
              select key, ticket, due_at, '4711', now() - interval '1 hour' from jobs.job_states returning 1),
            late as (update jobs.job_states set due_at = now() - interval '1 hour' returning 1) select count(*) from noted, late
            """);
        await Query<int>("with same as (update jobs.handed_over h set due_at = s.due_at from jobs.job_states s where s.key = h.key returning 1) select count(*) from same");
        var node = await Node();
        await Until(5, node, "alert-7", JobStage.Done);
        Assert.Equal(["note {}"], await Runs());
    }

    [Fact]
    public async Task A_job_that_failed_for_good_stands_among_Hangfires_failed_ones_until_it_is_retried()
    {
        var node = await Node();
        await Jobs(node).Schedule(new Job("alert-7", "fail-until-mended", "{}", Now), Ct);
        await Until(10, node, "alert-7", JobStage.Failed);
        await Until(3, async () => await Query<int>("select count(*) from hangfire.job where statename = 'Failed'") == 1);
        Assert.Equal(1, await Query<int>("select count(*) from hangfire.job")); // its three attempts are one Hangfire job
        Assert.Equal(2, await Query<int>("select count(*) from hangfire.state where name = 'Scheduled'"));
        await Query<int>("with m as (insert into mended values (now()) returning 1) select count(*) from m");
        await Jobs(node).Retry("alert-7", Ct);
        await Until(5, node, "alert-7", JobStage.Done);
        await Until(3, async () => await Query<int>("select count(*) from hangfire.job where statename = 'Failed'") == 0);
    }

    [Fact]
    public async Task What_is_due_by_the_platforms_clock_does_not_wait_for_the_machines()
    {
        var clock = new MovableClock();
        using var node = await JobsNode.Start(Engine, ConnectionString, runsJobs: true, clock);
        await Jobs(node).Schedule(new Job("alert-7", "note", "7", Now.AddHours(1)), Ct);
        await Jobs(node).Schedule(new Job("alert-8", "note", "8", Now.AddHours(3)), Ct);
        await Until(3, async () => await Query<int>("select count(*) from hangfire.job where statename = 'Scheduled'") == 2);
        clock.Move(TimeSpan.FromHours(2));
        await Until(5, node, "alert-7", JobStage.Done);
        Assert.Equal(["note 7"], await Runs());
        Assert.Equal(1, await Query<int>("select count(*) from hangfire.job where statename = 'Scheduled'"));
        await node.StopAsync(Ct);
    }

    [Fact]
    public async Task What_Quartz_was_to_run_is_run_by_Hangfire_and_the_other_way_round()
    {
        var quartz = await JobsNode.Start(new QuartzEngine(), ConnectionString, runsJobs: false);
        await Jobs(quartz).Schedule(new Job("alert-7", "note", "7", Now), Ct);
        var hangfire = await Node();
        await Until(3, hangfire, "alert-7", JobStage.Done);
        await Jobs(hangfire).Schedule(new Job("alert-8", "note", "8", Now.AddDays(1)), Ct);
        await Until(3, async () => await Query<int>("select count(*) from jobs.handed_over where key = 'alert-8'") == 1);
        await Jobs(quartz).Retry("alert-8", Ct);
        await Until(3, hangfire, "alert-8", JobStage.Done);
        Assert.Equal(["note 7", "note 8"], await Runs());
        await Stop(quartz);
    }
}

internal sealed class HangfireEngine : IJobsEngine
{
    public void Add(IServiceCollection services, NpgsqlDataSource database, bool runsJobs, RetryPlan retry) =>
        services.AddHangfireJobs(database, runsJobs, retry);
}
