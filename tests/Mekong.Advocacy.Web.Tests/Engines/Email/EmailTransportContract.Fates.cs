using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

public abstract partial class EmailTransportContract
{
    [Theory]
    [InlineData("GREETING", "421 4.3.2 Too busy", Fate.Unreachable, "4.3.2")]
    [InlineData("GREETING", "554 5.7.1 Your address is blocked", Fate.OurFault, "5.7.1")]
    [InlineData("GREETING", SinkScript.Drop, Fate.Unreachable, "no-connection")]
    [InlineData("GREETING", "hello there", Fate.Unreachable, "no-connection")]
    [InlineData("EHLO", SinkScript.Drop, Fate.Unreachable, "no-connection")]
    [InlineData("MAIL", "451 4.3.0 Later", Fate.Deferred, "4.3.0")]
    [InlineData("MAIL", "421 4.4.2 Timeout", Fate.Deferred, "4.4.2")]
    [InlineData("MAIL", "550 5.1.8 Bad sender", Fate.OurFault, "5.1.8")]
    [InlineData("MAIL", "550 No", Fate.OurFault, "550")]
    [InlineData("MAIL", "530 5.7.0 Log in first", Fate.OurFault, "5.7.0")]
    [InlineData("MAIL", SinkScript.Drop, Fate.Deferred, "connection-lost")]
    [InlineData("RCPT", "530 Log in first", Fate.OurFault, "530")]
    [InlineData("RCPT", "450 4.2.1 Greylisted", Fate.Deferred, "4.2.1")]
    [InlineData("RCPT", "421 4.7.0 Slow down", Fate.Deferred, "4.7.0")]
    [InlineData("RCPT", "550 5.1.1 No such user", Fate.BadAddress, "5.1.1")]
    [InlineData("RCPT", "550 5.1.2 No such host", Fate.BadAddress, "5.1.2")]
    [InlineData("RCPT", "553 5.1.3 Bad syntax", Fate.BadAddress, "5.1.3")]
    [InlineData("RCPT", "551 5.1.6 Moved", Fate.BadAddress, "5.1.6")]
    [InlineData("RCPT", "556 5.1.10 Null MX", Fate.BadAddress, "5.1.10")]
    [InlineData("RCPT", "550 5.2.1 Disabled", Fate.BadAddress, "5.2.1")]
    [InlineData("RCPT", "552 5.2.2 Full", Fate.Refused, "5.2.2")]
    [InlineData("RCPT", "550 User unknown", Fate.BadAddress, "550")]
    [InlineData("RCPT", "551 Not local", Fate.BadAddress, "551")]
    [InlineData("RCPT", "553 Mailbox name not allowed", Fate.BadAddress, "553")]
    [InlineData("RCPT", "552 Full", Fate.Refused, "552")]
    [InlineData("RCPT", "550 5.7.1 Relaying denied", Fate.OurFault, "5.7.1")]
    [InlineData("RCPT", "550 4.1.1 Which of the two?", Fate.BadAddress, "550")]
    [InlineData("RCPT", "550-5.1.1 There is\n550-5.1.1 no such\n550 5.1.1 user", Fate.BadAddress, "5.1.1")]
    [InlineData("RCPT", SinkScript.Drop, Fate.Deferred, "connection-lost")]
    [InlineData("DATA", "451 4.3.5 Later", Fate.Deferred, "4.3.5")]
    [InlineData("DATA", "554 5.5.1 No", Fate.Refused, "5.5.1")]
    [InlineData("DATA", SinkScript.Drop, Fate.Deferred, "connection-lost")]
    [InlineData("CONTENT", "451 4.7.1 Greylisted", Fate.Deferred, "4.7.1")]
    [InlineData("CONTENT", "421 4.3.2 Going down", Fate.Deferred, "4.3.2")]
    [InlineData("CONTENT", "550 5.7.26 Not authenticated", Fate.OurFault, "5.7.26")]
    [InlineData("CONTENT", "550 5.1.1 No such user after all", Fate.BadAddress, "5.1.1")]
    [InlineData("CONTENT", "554 Spam", Fate.Refused, "554")]
    [InlineData("CONTENT", "550 No", Fate.Refused, "550")]
    [InlineData("CONTENT", SinkScript.Drop, Fate.Ambiguous, "connection-lost")]
    public async Task The_fate_follows_from_the_reply(string verb, string answer, Fate fate, string reason)
    {
        foreach (var script in new[] { SinkScript.On(verb, answer), SinkScript.On(verb, answer) with { Offers = [] } })
        {
            var given = await Engine(Sink(script)).Send(Letters.Plain, Ct);
            Assert.Equal((fate, reason), (given.Fate, given.Reason));
        }
    }

    [Theory]
    [InlineData("GREETING", Fate.Unreachable, "no-connection")]
    [InlineData("EHLO", Fate.Unreachable, "no-connection")]
    [InlineData("MAIL", Fate.Deferred, "connection-lost")]
    [InlineData("RCPT", Fate.Deferred, "connection-lost")]
    [InlineData("DATA", Fate.Deferred, "connection-lost")]
    [InlineData("CONTENT", Fate.Ambiguous, "connection-lost")]
    public async Task Silence_is_as_good_as_a_broken_line(string verb, Fate fate, string reason)
    {
        var brief = new Mekong.Advocacy.Engines.Smtp.SmtpLimits { Command = TimeSpan.FromMilliseconds(300), AfterDot = TimeSpan.FromMilliseconds(300) };
        var given = await Engine(Sink(SinkScript.On(verb, SinkScript.Tarpit)), limits: brief).Send(Letters.Plain, Ct);
        Assert.Equal((fate, reason), (given.Fate, given.Reason));
    }

    [Fact]
    public async Task Nobody_listening_is_not_the_messages_fault()
    {
        var sink = new SmtpSink();
        var engine = Engine(sink);
        await sink.DisposeAsync();
        Assert.Equal(Fate.Unreachable, (await engine.Send(Letters.Plain, Ct)).Fate);
    }

    [Fact]
    public async Task A_reply_is_recorded_without_the_recipient_and_not_without_end()
    {
        var sink = Sink(SinkScript.On("RCPT", $"550 5.1.1 <Sokha.Chan@EXAMPLE.org>: user sokha.chan\u0007 unknown {new string('x', 600)}"));
        var given = await Engine(sink).Send(Letters.Plain, Ct);
        Assert.StartsWith("550 5.1.1 <(recipient)>: user (recipient)  unknown xxx", given.Reply, StringComparison.Ordinal);
        Assert.Equal(500, given.Reply.Length);
    }

    [Fact]
    public async Task Stopped_before_it_began_it_says_so_by_throwing()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Engine(Sink()).Send(Letters.Plain, stop.Token));
    }

    [Theory]
    [InlineData("RCPT", Fate.Deferred, "cancelled")]
    [InlineData("CONTENT", Fate.Ambiguous, "connection-lost")]
    public async Task Stopped_on_the_way_it_tells_what_is_known(string verb, Fate fate, string reason)
    {
        using var stop = new CancellationTokenSource();
        var sink = Sink(new SinkScript { Answer = (v, _, _) => { if (v != verb) return null; stop.Cancel(); return SinkScript.Tarpit; } });
        var given = await Engine(sink, limits: new() { Farewell = TimeSpan.FromMilliseconds(200) }).Send(Letters.Plain, stop.Token);
        Assert.Equal((fate, reason), (given.Fate, given.Reason));
    }

    [Fact]
    public async Task A_shutdown_still_waits_a_moment_for_the_answer_to_the_final_dot()
    {
        using var stop = new CancellationTokenSource();
        var sink = Sink(new SinkScript { Answer = (v, _, _) => { if (v == "CONTENT") stop.Cancel(); return null; } });
        Assert.Equal(Fate.Accepted, (await Engine(sink).Send(Letters.Plain, stop.Token)).Fate);
    }
}
