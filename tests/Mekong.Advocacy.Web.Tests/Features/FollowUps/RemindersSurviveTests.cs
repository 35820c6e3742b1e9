using System.Globalization;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.FollowUps;

/// <summary>Reminders when a process is killed in the middle of them, and when several processes send them.</summary>
public sealed class RemindersSurviveTests(TestPostgres postgres)
{
    private const int Steps = 20, Free = 4;

    private static readonly string LongAgo = DateTime.UtcNow.AddDays(-20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_killed_process_loses_no_reminder_and_doubles_at_most_those_in_flight()
    {
        var network = await Network.Create(postgres); // given up together with what stands on it
        var gate = new Gate(free: Free);
        network.Mail.Script = gate.Script;
        await using var owing = await Owing.On(network, await network.Open(ProcessRole.Web));
        await using var first = await ServerProcess.Serve(network, FreePort.Next());
        var river = await owing.Member("River Union");
        for (var step = 0; step < Steps; step++) await owing.Step(river, new { date = LongAgo });
        await Until.True(() => network.Mail.Count == Free + Network.MailConnections, "every connection has one in flight");
        await first.Kill();
        gate.Open();
        await using var second = await ServerProcess.Serve(network, FreePort.Next());
        await Until.Sees(() => network.Number("select count(*) from advocacy.follow_up_notices where sent_at is not null"), sent => sent == Steps, "every reminder has left", 120);
        Assert.Equal(Steps, network.Mail.Tally().Different);
        Assert.InRange(network.Mail.Tally().Extra, 0, Network.MailConnections);
        Assert.Equal(Steps, await network.Number("select count(*) from advocacy.follow_up_notices"));
    }

    [Fact]
    public async Task Two_processes_share_the_reminders_and_double_none()
    {
        var network = await Network.Create(postgres); // given up together with what stands on it
        await using var owing = await Owing.On(network, await network.Open());
        await using var other = await network.Open(ProcessRole.Worker);
        var river = await owing.Member("River Union");
        for (var step = 0; step < Steps; step++) await owing.Step(river, new { date = LongAgo });
        await Until.Sees(() => network.Number("select count(*) from advocacy.follow_up_notices where sent_at is not null"), sent => sent == Steps, "every reminder has left");
        await owing.RunEverythingAgain();
        await owing.Quiet();
        Assert.Equal((Steps, 0), network.Mail.Tally());
    }
}
