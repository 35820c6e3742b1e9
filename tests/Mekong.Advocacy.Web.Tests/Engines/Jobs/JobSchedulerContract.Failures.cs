using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs;

public abstract partial class JobSchedulerContract
{
    [Fact]
    public async Task A_failing_job_is_retried_then_listed_as_failed_and_Retry_counts_from_zero()
    {
        var node = await Node();
        await Jobs(node).Schedule(new Job("alert-7", "fail-until-mended", "{}", Now), Ct);
        await Until(10, node, "alert-7", JobStage.Failed);
        var failed = (await State(node, "alert-7"))!;
        Assert.Equal(3, failed.Attempts);
        Assert.StartsWith("System.InvalidOperationException: The gateway said no.", failed.LastError, StringComparison.Ordinal);
        Assert.Equal(3, (await Runs()).Count);

        await Query<int>("with m as (insert into mended values (now()) returning 1) select count(*) from m");
        await Jobs(node).Retry("alert-7", Ct);
        await Until(3, node, "alert-7", JobStage.Done);
        var done = (await State(node, "alert-7"))!;
        Assert.Equal((1, null), (done.Attempts, done.LastError));
        Assert.Equal(4, (await Runs()).Count);
    }

    [Fact]
    public async Task Retry_runs_a_waiting_job_now()
    {
        var node = await Node();
        await Jobs(node).Schedule(new Job("alert-7", "note", "{}", Now.AddDays(1)), Ct);
        await Jobs(node).Retry("alert-7", Ct);
        await Until(3, node, "alert-7", JobStage.Done);
    }

    [Fact]
    public async Task A_recurring_job_that_failed_for_good_has_its_next_date_all_the_same()
    {
        var node = await Node();
        await Jobs(node).Schedule(new Job("digest", "fail-until-mended", "{}", Now, "* * * * * ?"), Ct);
        await Until(10, node, "digest", JobStage.Failed);
        await Query<int>("with m as (insert into mended values (now()) returning 1) select count(*) from m");
        await Until(5, async () => (await State(node, "digest")) is { Stage: JobStage.Queued, Attempts: 0, LastError: null });
    }

    [Fact]
    public async Task A_job_that_is_listed_but_unknown_to_the_scheduler_is_found_and_run()
    {
        await List("alert-7", attempts: 1);
        var node = await Node();
        await Until(5, node, "alert-7", JobStage.Done);
        Assert.Equal(["note {}"], await Runs());
    }

    [Fact]
    public async Task A_job_during_whose_every_attempt_the_process_died_fails_without_another()
    {
        await List("alert-7", attempts: 3);
        var node = await Node();
        await Until(5, node, "alert-7", JobStage.Failed);
        Assert.Empty(await Runs());
        Assert.Equal((3, "The process ended during each of the last runs."), ((await State(node, "alert-7"))!.Attempts, (await State(node, "alert-7"))!.LastError));
    }

    protected Task<int> List(string key, int attempts) => Query<int>($$"""
        with s as (insert into jobs.job_states (key, ticket, command, arguments, due_at, stage, attempts, changed_at)
            values ('{{key}}', gen_random_uuid(), 'note', '{}', now(), 'Running', {{attempts}}, now() - interval '1 hour') returning 1)
        select count(*) from s
        """);
}
