using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Jobs;

public abstract partial class JobSchedulerContract
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Jobs_enlisted_in_a_committed_transaction_run_within_3_s(bool fromTheNodeThatRuns)
    {
        var worker = await Node();
        var scheduling = fromTheNodeThatRuns ? worker : await Node(runsJobs: false);
        await using var db = await database.OpenConnectionAsync(Ct);
        await using var transaction = await db.BeginTransactionAsync(Ct);
        await Enlisted(scheduling).Schedule([new Job("b", "note", "b", Now), new Job("a", "note", "a", Now)], db, transaction, Ct);
        Assert.Null(await State(worker, "a"));
        await transaction.CommitAsync(Ct);
        var committed = Now;
        await Until(3, worker, "a", JobStage.Done);
        await Until(1, worker, "b", JobStage.Done);
        TestContext.Current.TestOutputHelper?.WriteLine("Begun {0} s after the commit.", await Query<double>($"select extract(epoch from max(began) - '{committed:O}')::float8 from runs"));
    }

    [Fact]
    public async Task A_job_enlisted_in_a_rolled_back_transaction_never_existed()
    {
        var node = await Node();
        await Jobs(node).Schedule(new Job("moved", "note", "first date", Now.AddSeconds(1)), Ct);
        await using (var db = await database.OpenConnectionAsync(Ct))
        {
            await using var transaction = await db.BeginTransactionAsync(Ct);
            await Enlisted(node).Schedule([new Job("new", "note", "new", Now), new Job("moved", "note", "second", Now.AddDays(1))], db, transaction, Ct);
            await transaction.RollbackAsync(Ct);
        }
        await Jobs(node).Schedule(new Job("later", "note", "later", Now.AddSeconds(2)), Ct);
        await Until(5, node, "later", JobStage.Done);
        Assert.Equal(["note first date", "note later"], await Runs());
        Assert.Null(await State(node, "new"));
    }
}
