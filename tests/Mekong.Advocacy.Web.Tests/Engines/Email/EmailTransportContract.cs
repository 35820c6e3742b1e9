using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>What every engine behind <see cref="IEmailTransport"/> must do, whatever it is made of.</summary>
public abstract partial class EmailTransportContract : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> open = [];

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var each in Enumerable.Reverse(open)) await each.DisposeAsync();
    }

    private protected abstract IEmailTransport Create(SmtpOptions options, SmtpLimits limits, DkimOptions? dkim);

    /// <summary>The next message's recipient travels with this one's end. Who does not has nothing to take back, and keeps its connection at rest.</summary>
    private protected abstract bool AnnouncesAhead { get; }

    private protected SmtpSink Sink(SinkScript? script = null)
    {
        var sink = new SmtpSink(script);
        open.Add(sink);
        return sink;
    }

    private protected IEmailTransport Engine(SmtpSink sink, Func<SmtpOptions, SmtpOptions>? with = null, SmtpLimits? limits = null, DkimOptions? dkim = null)
    {
        var options = new SmtpOptions("localhost", sink.Port, ClientName: "client.example");
        var engine = Create(with?.Invoke(options) ?? options, limits ?? new SmtpLimits(), dkim);
        if (engine is IAsyncDisposable disposable) open.Add(disposable);
        return engine;
    }

    /// <summary>Waits for something that another thread does; fails after ten seconds.</summary>
    private static async Task Until(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!condition()) Assert.True(await poll.WaitForNextTickAsync(limit.Token));
    }

    [Fact]
    public async Task An_accepted_message_arrives_whole_under_its_own_envelope()
    {
        var sink = Sink();
        var fate = await Engine(sink).Send(Letters.In("km"), Ct);
        Assert.Equal(new Handover(Fate.Accepted, "2.0.0", "250 2.0.0 Ok: queued as Q1", "Q1"), fate);
        var taken = Assert.Single(sink.Messages);
        Assert.StartsWith("MAIL FROM:<bounce+7f3a=c2@mekong.example> ", taken.Mail, StringComparison.Ordinal);
        Assert.StartsWith("RCPT TO:<sokha.chan@example.org> ", taken.Recipient, StringComparison.Ordinal);
        Assert.DoesNotContain("bounce", System.Text.Encoding.ASCII.GetString(taken.Content), StringComparison.Ordinal);
        Assert.Contains("\r\nMessage-ID: <alert-7.km@mekong.example>\r\n", System.Text.Encoding.ASCII.GetString(taken.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_is_the_same_to_the_byte()
    {
        var sink = Sink();
        var engine = Engine(sink);
        await engine.Send(Letters.In("my"), Ct);
        await engine.Send(Letters.In("my"), Ct);
        Assert.Equal(sink.Messages.First().Content, sink.Messages.Last().Content);
    }
}
