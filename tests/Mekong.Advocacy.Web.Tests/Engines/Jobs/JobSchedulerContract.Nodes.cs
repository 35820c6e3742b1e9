using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs;

public abstract partial class JobSchedulerContract
{
    [Fact]
    public async Task Two_nodes_never_run_one_key_at_once_and_each_of_forty_jobs_runs_once()
    {
        var (here, there) = (await Node(), await Node());
        for (var i = 0; i < 40; i++) await Jobs(i % 2 == 0 ? here : there).Schedule(new Job($"note-{i}", "note", $"{i}", Now), Ct);
        for (var turn = 1; turn <= 4; turn++)
        {
            await Jobs(turn % 2 == 0 ? here : there).Schedule(new Job("alert-7", "linger", $"{turn}", Now), Ct);
            await Until(5, async () => (await Runs()).Contains($"linger {turn}"));
        }
        await Until(10, here, "alert-7", JobStage.Done);
        await Until(10, async () => (await Jobs(here).List(Ct)).All(s => s.Stage == JobStage.Done));
        Assert.Equal(40, await Query<int>("select count(distinct arguments) from runs where command = 'note'"));
        Assert.Equal(40 + 4, (await Runs()).Count);
        Assert.Equal(0, await Query<int>("""
            select count(*) from runs a join runs b on a.id < b.id and a.command = 'linger' and b.command = 'linger'
            where tstzrange(a.began, a.ended) && tstzrange(b.began, b.ended)
            """));
    }

    [Fact]
    public async Task The_job_of_a_killed_process_is_run_again_by_another_within_60_s()
    {
        var web = await Node(runsJobs: false);
        await Jobs(web).Schedule(new Job("alert-7", "hang-once", "{}", Now), Ct);
        using var doomed = NodeProcess.Launch(ConnectionString, Engine.GetType().FullName!);
        await Until(20, async () => (await Runs()).Count == 1);
        await Node();
        doomed.Kill(); // SIGKILL
        await doomed.WaitForExitAsync(Ct);
        await Until(60, web, "alert-7", JobStage.Done);
        Assert.Equal(2, await Query<int>("select count(distinct node) from runs"));
        Assert.Equal(2, (await State(web, "alert-7"))!.Attempts);
        TestContext.Current.TestOutputHelper?.WriteLine("Taken over after {0} s.", await Query<double>("select extract(epoch from max(began) - min(began))::float8 from runs"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("* * * * * ?")]
    public async Task A_job_interrupted_by_an_orderly_stop_is_handed_to_another_node(string? every)
    {
        var first = await Start(runsJobs: true);
        await Jobs(first).Schedule(new Job("alert-7", "hang-once", "{}", Now, every), Ct);
        await Until(5, async () => (await Runs()).Count == 1);
        await Stop(first);
        var second = await Node();
        await Until(4, async () => (await Runs()).Count >= 2);
        if (every is null) await Until(2, second, "alert-7", JobStage.Done);
    }
}
