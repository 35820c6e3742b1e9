using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs;

public abstract partial class JobSchedulerContract
{
    [Fact]
    public async Task A_due_job_runs_once_with_its_arguments()
    {
        var node = await Node();
        await Jobs(node).Schedule(new Job("alert-7", "note", """{"alert":7}""", Now), Ct);
        await Until(3, node, "alert-7", JobStage.Done);
        Assert.Equal(["""note {"alert":7}"""], await Runs());
        Assert.Equal(1, (await State(node, "alert-7"))!.Attempts);
    }

    [Fact]
    public async Task A_job_waits_for_its_date()
    {
        var node = await Node();
        var due = Now.AddSeconds(2);
        await Jobs(node).Schedule(new Job("alert-7", "note", "{}", due), Ct);
        await Until(5, node, "alert-7", JobStage.Done);
        Assert.True(await Query<bool>($"select began >= '{due:O}' from runs"));
    }

    [Fact]
    public async Task The_same_key_moves_the_job_instead_of_adding_one()
    {
        var node = await Node();
        await Jobs(node).Schedule(new Job("alert-7", "note", """{"v":1}""", Now.AddSeconds(2)), Ct);
        await Jobs(node).Schedule(new Job("alert-7", "note", """{"v":2}""", Now.AddDays(2)), Ct);
        await Jobs(node).Schedule(new Job("alert-8", "note", "{}", Now.AddSeconds(3)), Ct);
        await Until(6, node, "alert-8", JobStage.Done);
        Assert.Equal(["note {}"], await Runs());
        Assert.Equal(["alert-8", "alert-7"], (await Jobs(node).List(Ct)).Select(s => s.Job.Key));
        await Jobs(node).Schedule(new Job("alert-7", "note", """{"v":3}""", Now), Ct);
        await Until(3, node, "alert-7", JobStage.Done);
        Assert.Equal(["note {}", """note {"v":3}"""], await Runs());
    }

    [Fact]
    public async Task A_job_scheduled_again_while_it_runs_runs_again_afterwards()
    {
        var node = await Node();
        await Jobs(node).Schedule(new Job("alert-7", "linger", "1", Now), Ct);
        await Until(3, async () => (await Runs()).Count == 1);
        await Jobs(node).Schedule(new Job("alert-7", "linger", "2", Now), Ct);
        await Until(10, node, "alert-7", JobStage.Done);
        Assert.Equal(["linger 1", "linger 2"], await Runs());
        Assert.True(await Query<bool>("select max(began) > min(ended) from runs"));
    }

    [Fact]
    public async Task A_cancelled_job_never_runs_and_an_unknown_key_is_ignored()
    {
        var node = await Node();
        await Jobs(node).Schedule(new Job("alert-7", "note", "{}", Now.AddSeconds(1)), Ct);
        await Jobs(node).Cancel("alert-7", Ct);
        await Jobs(node).Cancel("alert-9", Ct);
        await Jobs(node).Schedule(new Job("alert-8", "note", "8", Now.AddSeconds(2)), Ct);
        await Until(5, node, "alert-8", JobStage.Done);
        Assert.Equal(["note 8"], await Runs());
        Assert.Null(await State(node, "alert-7"));
    }

    [Fact]
    public async Task A_node_that_only_schedules_never_runs_and_a_worker_does()
    {
        var web = await Node(runsJobs: false);
        await Jobs(web).Schedule(new Job("alert-7", "note", "{}", Now), Ct);
        Assert.Equal(JobStage.Queued, (await State(web, "alert-7"))!.Stage);
        var servers = await Query<bool>($"select to_regclass('{Servers}') is not null") ? await Query<int>($"select count(*) from {Servers}") : 0;
        Assert.Equal(0, servers);
        await Node();
        await Until(3, web, "alert-7", JobStage.Done);
        Assert.Equal(1, await Query<int>($"select count(*) from {Servers}"));
    }

    [Fact]
    public async Task A_recurring_job_is_one_row_that_shows_its_next_date()
    {
        var node = await Node();
        await Jobs(node).Schedule(new Job("watchdog", "note", "{}", Now, "* * * * * ?"), Ct);
        await Jobs(node).Schedule(new Job("digest", "note", "2", Now.AddSeconds(-1), "0 0 1 1 1 ? 2099"), Ct);
        await Until(6, async () => (await Runs()).Count(r => r == "note {}") >= 3);
        await Until(3, async () => (await State(node, "digest"))!.Job.DueAt == DateTimeOffset.Parse("2099-01-01T01:00:00+00:00", null));
        Assert.Single(await Runs(), r => r == "note 2");
        Assert.Equal(2, (await Jobs(node).List(Ct)).Count);
        await Jobs(node).Cancel("watchdog", Ct);
        Assert.Null(await State(node, "watchdog"));
    }

    [Fact]
    public async Task An_expression_that_is_no_cron_expression_is_refused()
    {
        var node = await Node(runsJobs: false);
        await Assert.ThrowsAsync<FormatException>(() => Jobs(node).Schedule(new Job("digest", "note", "{}", Now, "every Monday"), Ct));
        Assert.Empty(await Jobs(node).List(Ct));
    }
}
