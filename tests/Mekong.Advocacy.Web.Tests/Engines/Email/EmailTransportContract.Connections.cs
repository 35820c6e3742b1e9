using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

public abstract partial class EmailTransportContract
{
    [Fact]
    public async Task One_connection_carries_many_messages()
    {
        var sink = Sink();
        var engine = Engine(sink);
        for (var i = 0; i < 20; i++) Assert.Equal(Fate.Accepted, (await engine.Send(Letters.Plain, Ct)).Fate);
        Assert.Equal((1, 20), (sink.Sessions, sink.Messages.Count));
    }

    [Fact]
    public async Task No_more_connections_are_open_at_once_than_allowed()
    {
        var sink = Sink();
        var engine = Engine(sink, o => o with { Connections = 3 }, new() { MessagesPerConnection = 7 });
        var fates = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => engine.Send(Letters.Plain, Ct))));
        Assert.All(fates, f => Assert.Equal(Fate.Accepted, f.Fate));
        Assert.Equal(3, engine.Connections);
        Assert.InRange(sink.MostAtOnce, 1, 3);
        Assert.InRange(sink.Sessions, 100 / 7, 100);
    }

    [Fact]
    public async Task A_connection_that_has_carried_its_share_is_closed_politely()
    {
        var sink = Sink();
        var engine = Engine(sink, limits: new() { MessagesPerConnection = 2 });
        for (var i = 0; i < 5; i++) await engine.Send(Letters.Plain, Ct);
        Assert.Equal([1, 1, 2, 2, 3], sink.Messages.Select(m => m.Session));
        await Until(() => sink.Commands.Contains("1:QUIT") && sink.Commands.Contains("2:QUIT"));
    }

    [Fact]
    public async Task A_connection_that_rests_too_long_is_closed_politely()
    {
        var sink = Sink();
        await Engine(sink, limits: new() { Idle = TimeSpan.FromMilliseconds(100) }).Send(Letters.Plain, Ct);
        await Until(() => sink.Commands.Contains("1:QUIT") && sink.OpenNow == 0);
    }

    [Theory]
    [InlineData(SinkScript.Drop)]
    [InlineData("421 4.4.2 You were silent for too long")]
    public async Task A_connection_that_died_at_rest_costs_nobody_a_message(string answer)
    {
        var mails = 0;
        var sink = Sink(new SinkScript { Answer = (verb, _, session) => verb == "MAIL" && session == 1 && ++mails == 2 ? answer : null });
        var engine = Engine(sink);
        await engine.Send(Letters.Plain, Ct);
        Assert.Equal(Fate.Accepted, (await engine.Send(Letters.Plain, Ct)).Fate);
        Assert.Equal([1, 2], sink.Messages.Select(m => m.Session));
    }

    [Fact]
    public async Task A_reused_connection_that_dies_after_the_final_dot_is_not_tried_again()
    {
        var contents = 0;
        var sink = Sink(new SinkScript { Answer = (verb, _, _) => verb == "CONTENT" && ++contents == 2 ? SinkScript.Drop : null });
        var engine = Engine(sink);
        await engine.Send(Letters.Plain, Ct);
        Assert.Equal(Fate.Ambiguous, (await engine.Send(Letters.Plain, Ct)).Fate);
        Assert.Equal(2, sink.Messages.Count);
    }

    [Fact]
    public async Task The_retry_of_a_dead_connection_happens_once()
    {
        var mails = 0;
        var sink = Sink(new SinkScript { Answer = (verb, _, _) => verb == "MAIL" && ++mails >= 2 ? SinkScript.Drop : null });
        var engine = Engine(sink);
        await engine.Send(Letters.Plain, Ct);
        Assert.Equal((Fate.Deferred, "connection-lost"), (await engine.Send(Letters.Plain, Ct)) is var f ? (f.Fate, f.Reason) : default);
        Assert.Equal(3, mails);
    }

    [Fact]
    public async Task A_place_in_the_pool_survives_every_kind_of_failure()
    {
        string? answer = null;
        var sink = Sink(new SinkScript { Answer = (verb, _, _) => verb == "CONTENT" ? answer : null });
        var engine = Engine(sink, o => o with { Connections = 1 });
        foreach (var one in new[] { SinkScript.Drop, "421 4.3.2 No", "550 5.1.1 No", null })
        {
            answer = one;
            await engine.Send(Letters.Plain, Ct);
        }
        Assert.Equal(Fate.Accepted, (await engine.Send(Letters.Plain, Ct)).Fate);
    }

    [Fact]
    public async Task After_a_refused_recipient_the_connection_is_reset_and_used_on()
    {
        var sink = Sink(new SinkScript { Answer = (verb, line, _) => verb == "RCPT" && line.Contains("nobody", StringComparison.Ordinal) ? "550 5.1.1 No" : null });
        var engine = Engine(sink);
        Assert.Equal(Fate.BadAddress, (await engine.Send(Letters.Plain with { To = new("nobody@example.org") }, Ct)).Fate);
        Assert.Equal(Fate.Accepted, (await engine.Send(Letters.Plain, Ct)).Fate);
        Assert.Contains("1:RSET", sink.Commands);
        Assert.Equal(1, sink.Sessions);
    }
}
