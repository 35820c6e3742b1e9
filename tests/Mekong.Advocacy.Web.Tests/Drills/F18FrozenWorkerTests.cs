using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Drills;

/// <summary>A worker is frozen in the middle of a send, another takes over, and the first one thaws with old leases in hand (drill F18).</summary>
public sealed class F18FrozenWorkerTests(TestPostgres postgres)
{
    [Fact]
    public async Task A_thawed_worker_sends_nothing_that_is_not_its_any_more_but_for_what_was_in_flight()
    {
        await using var network = await Network.Create(postgres);
        await using var office = await network.Open(ProcessRole.Web);
        await using var frozen = await ServerProcess.Serve(network, FreePort.Next());
        var desk = await office.Desk();
        await desk.Import(Given.Readers(400));
        var gate = new Gate(free: 100);
        network.Mail.Script = gate.Script;
        var campaign = await desk.Send(Given.Alert());
        await Until.True(() => network.Mail.Count == 100 + Network.MailConnections, "every connection has a mail in flight");
        await frozen.Freeze();
        network.Clock.Move(TimeSpan.FromMinutes(10)); // the other worker's clock: the leases have run out
        gate.Open();
        await using (await network.Open(ProcessRole.Worker))
            Assert.Equal(new Tally("finished", 400, 0, 0, 400, 0, 0, 0, 0), await campaign.Is("finished"));
        Assert.Equal((400, 0), (network.Mail.Tally().Different, Math.Max(0, network.Mail.Tally().Extra - Network.MailConnections)));

        network.Clock.Move(TimeSpan.FromMinutes(-10));
        network.Mail.Script = new();
        await frozen.Thaw();
        await desk.Import(Given.Readers(20, "later", "later.example"));
        var next = await desk.Send(Given.Alert("later")); // it takes this one up after what it still had in hand
        Assert.Equal(new Tally("finished", 20, 0, 0, 20, 0, 0, 0, 0), await next.Is("finished"));
        Assert.True(frozen.Lives);
        Assert.Equal(420, network.Mail.Tally().Different);
        Assert.InRange(network.Mail.Tally().Extra, 0, Network.MailConnections);
        Assert.Equal(new Tally("finished", 400, 0, 0, 400, 0, 0, 0, 0), await campaign.Now());
    }

    [Fact]
    public async Task What_it_has_noted_and_not_yet_told_the_ledger_does_not_go_twice()
    {
        await using var network = await Network.Create(postgres);
        await using var office = await network.Open(ProcessRole.Web);
        await using var frozen = await ServerProcess.Serve(network, FreePort.Next());
        var desk = await office.Desk();
        await desk.Import(Given.Readers(400));
        var gate = new Gate(free: 100);
        network.Mail.Script = gate.Script;
        var campaign = await desk.Send(Given.Alert());
        await Until.True(() => network.Mail.Count == 100 + Network.MailConnections, "every connection has a mail in flight");
        await using (var source = NpgsqlDataSource.Create(network.Database))
        await using (var connection = await source.OpenConnectionAsync(Ct))
        await using (await connection.BeginTransactionAsync(Ct))
        {
            await using var hold = new NpgsqlCommand("lock table advocacy.deliveries in share row exclusive mode", connection); // it takes no answer
            await hold.ExecuteNonQueryAsync(Ct);
            var before = Answers(network);
            gate.Open();
            await Until.True(() => Answers(network) == before + Network.MailConnections, "all that was in flight is answered and noted");
            await frozen.Freeze();
        }
        network.Clock.Move(TimeSpan.FromMinutes(10));
        await using (await network.Open(ProcessRole.Worker))
            Assert.Equal(new Tally("finished", 400, 0, 0, 400, 0, 0, 0, 0), await campaign.Is("finished"));
        await frozen.Thaw();
        Assert.Equal(400, network.Mail.Tally().Different);
        Assert.InRange(network.Mail.Tally().Extra, 0, Network.MailConnections - 1); // what a lane had begun after its answer; without the notes all the others, too
        Assert.Equal(new Tally("finished", 400, 0, 0, 400, 0, 0, 0, 0), await campaign.Now());
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>How many answers stand in the notebook of the one worker there is.</summary>
    private static int Answers(Network network)
    {
        using var notebook = LockedFile.Read(Directory.GetFiles(Path.Combine(network.DataDirectory, "notebooks"), "email-*.notes").Single())!;
        return NoteLines.Read(notebook.ReadToEnd().Split('\n')).Count(note => !note.IsAttempt);
    }
}
