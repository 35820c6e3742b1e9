using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>The built-in SMTP engine under the contract.</summary>
public sealed class SmtpEmailTransportTests : EmailTransportContract
{
    private protected override IEmailTransport Create(SmtpOptions options, SmtpLimits limits, DkimOptions? dkim) =>
        new SmtpEmailTransport(options, limits, dkim is null ? null : new DkimSigner(dkim), TimeProvider.System);

    private protected override bool AnnouncesAhead => true;

    /// <summary>Only who sends DATA together with RCPT meets this.</summary>
    [Fact]
    public async Task A_server_that_waits_for_content_though_it_refused_the_recipient_gets_a_lone_dot()
    {
        var refuse = true;
        var sink = Sink(new SinkScript { Answer = (verb, _, _) => !refuse ? null : verb switch { "RCPT" => "550 5.1.1 No", "DATA" => "354 Go on all the same", _ => null } });
        var engine = Engine(sink);
        Assert.Equal(Fate.BadAddress, (await engine.Send(Letters.Plain, Ct)).Fate);
        Assert.Equal(["1:.", "1:RSET"], sink.Commands.Skip(4));
        Assert.Empty(sink.Messages);
        refuse = false;
        Assert.Equal(Fate.Accepted, (await engine.Send(Letters.Plain, Ct)).Fate);
        Assert.Equal(1, sink.Sessions);
    }
}
