using System.Net;
using System.Net.Sockets;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Twilio;
using static Mekong.Advocacy.Faults.FakeBehaviour;

namespace Mekong.Advocacy.Web.Tests.Engines.Sms;

/// <summary>What every engine behind <see cref="ISmsTransport"/> owes: the fate of a text is never told better than it is known.</summary>
public abstract partial class SmsTransportContract : IAsyncLifetime
{
    protected const string To = "+85512345678";
    private static readonly SmsMessage Text = new(To, "សូមជួយ");

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;
    protected FakeTwilio Twilio { get; private set; } = null!;
    protected ISmsTransport Sms => Engine(Twilio.BaseUrl, TimeSpan.FromSeconds(10));
    private ISmsTransport Impatient => Engine(Twilio.BaseUrl, TimeSpan.FromMilliseconds(300));

    protected abstract ISmsTransport Engine(TwilioOptions options);

    private ISmsTransport Engine(Uri baseUrl, TimeSpan timeout) => Engine(Options(baseUrl) with { RequestTimeout = timeout });

    public async ValueTask InitializeAsync() => Twilio = await FakeTwilio.Start();

    public async ValueTask DisposeAsync()
    {
        await Twilio.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_text_arrives_whole_and_its_id_is_told()
    {
        var callback = new Uri("https://mekong.example/hooks/sms?d=7&x=a+b");
        var text = new SmsMessage(To, "ជំរាបសួរ & 你好 + 100% = ດີ\n👍", callback, TimeSpan.FromHours(4));
        var handover = await Sms.Send(text, Ct);
        var taken = Assert.Single(Twilio.Messages);
        Assert.Equal((Fate.Accepted, taken.Sid), (handover.Fate, handover.ProviderId));
        Assert.Equal(
            [
                ("Body", "ជំរាបសួរ & 你好 + 100% = ດີ\n👍"), ("MessagingServiceSid", FakeTwilio.ServiceSid),
                ("StatusCallback", "https://mekong.example/hooks/sms?d=7&x=a+b"), ("To", To), ("ValidityPeriod", "14400"),
            ],
            taken.Form.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value)));
    }

    [Theory]
    [InlineData(0, "1")]
    [InlineData(36_001, "36000")]
    public async Task The_validity_stays_within_what_the_provider_takes(int seconds, string sent)
    {
        await Sms.Send(Text with { Validity = TimeSpan.FromSeconds(seconds) }, Ct);
        Assert.Equal(sent, Twilio.Messages[0].Form["ValidityPeriod"]);
    }

    [Theory]
    [InlineData("012345678")]
    [InlineData("+0855123456")]
    [InlineData("+855 12 345 678")]
    [InlineData("+85512345678\n")]
    [InlineData("+៨៥៥១២៣៤៥៦៧៨")]
    [InlineData("")]
    public async Task A_number_that_is_not_E164_never_leaves_the_house(string number)
    {
        var handover = await Sms.Send(Text with { To = number }, Ct);
        Assert.Equal((Fate.BadAddress, "21211", 0), (handover.Fate, handover.Reason, Twilio.Requests));
    }

    [Fact]
    public async Task A_refused_connection_means_nobody_took_the_call()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var free = new Uri($"http://{listener.LocalEndpoint}");
        listener.Stop();
        Assert.Equal(Fate.Unreachable, (await Engine(free, TimeSpan.FromSeconds(10)).Send(Text, Ct)).Fate);
    }

    [Fact]
    public async Task A_TLS_handshake_that_fails_means_nobody_took_the_call()
    {
        var secure = new UriBuilder(Twilio.BaseUrl) { Scheme = "https" }.Uri;
        var handover = await Engine(secure, TimeSpan.FromSeconds(10)).Send(Text, Ct);
        Assert.Equal((Fate.Unreachable, 0), (handover.Fate, Twilio.Requests));
    }

    [Fact]
    public async Task A_TLS_handshake_that_never_ends_means_nobody_took_the_call()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        var handover = await Engine(new Uri($"https://{mute.LocalEndpoint}"), TimeSpan.FromMilliseconds(300)).Send(Text, Ct);
        Assert.Equal((Fate.Unreachable, "timeout"), (handover.Fate, handover.Reason));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silence_after_the_text_has_left_is_ambiguous(bool created)
    {
        Twilio.Script.Always(To, Silent(created));
        var handover = await Impatient.Send(Text, Ct);
        Assert.Equal((Fate.Ambiguous, "timeout"), (handover.Fate, handover.Reason));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_line_cut_after_the_text_has_left_is_ambiguous(bool created)
    {
        Twilio.Script.Always(To, Cut(created));
        var handover = await Sms.Send(Text, Ct);
        Assert.Equal((Fate.Ambiguous, 1), (handover.Fate, Twilio.Requests));
    }

    [Fact]
    public async Task A_text_on_a_line_that_was_used_before_is_not_sent_again_when_the_line_is_cut()
    {
        var sms = Sms;
        await sms.Send(Text, Ct);
        Twilio.Script.Always(To, Cut(created: true));
        Assert.Equal((Fate.Ambiguous, 2), ((await sms.Send(Text, Ct)).Fate, Twilio.Requests));
    }

    [Fact]
    public async Task A_line_cut_in_the_answer_is_ambiguous_and_the_look_up_settles_it()
    {
        Twilio.Script.Always(To, CutInTheAnswer());
        var before = TimeProvider.System.GetUtcNow();
        Assert.Equal(Fate.Ambiguous, (await Sms.Send(Text, Ct)).Fate);
        var trace = Assert.Single(await Sms.Find(To, before, Ct));
        Assert.Equal((Twilio.Messages[0].Sid, Text.Body, SmsStatus.Queued), (trace.ProviderId, trace.Body, trace.Status));
    }

    [Fact]
    public async Task Who_stops_before_the_hand_over_gets_an_exception_and_nothing_is_sent()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sms.Send(Text, new CancellationToken(canceled: true)));
        Assert.Equal(0, Twilio.Requests);
    }

    [Fact]
    public async Task Who_stops_during_the_hand_over_still_learns_its_fate()
    {
        var released = new TaskCompletionSource();
        Twilio.Script.Always(To, Held(() => released.Task));
        using var stop = new CancellationTokenSource();
        var sending = Sms.Send(Text, stop.Token);
        Assert.True(SpinWait.SpinUntil(() => Twilio.Requests == 1, TimeSpan.FromSeconds(10)));
        await stop.CancelAsync();
        released.SetResult();
        Assert.Equal(Fate.Accepted, (await sending).Fate);
    }
}
