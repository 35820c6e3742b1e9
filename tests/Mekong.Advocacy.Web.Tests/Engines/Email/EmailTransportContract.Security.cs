using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

public abstract partial class EmailTransportContract
{
    [Theory]
    [InlineData(SmtpSecurity.StartTls, false)]
    [InlineData(SmtpSecurity.Auto, false)]
    [InlineData(SmtpSecurity.Tls, true)]
    public async Task A_message_goes_over_TLS(SmtpSecurity security, bool implicitTls)
    {
        using var ca = new TestAuthority();
        var sink = Sink(new SinkScript { Certificate = ca.Server, ImplicitTls = implicitTls });
        Assert.Equal(Fate.Accepted, (await Engine(sink, o => o with { Security = security, CaFile = ca.File }).Send(Letters.Plain, Ct)).Fate);
        Assert.Equal(implicitTls ? 1 : 2, sink.Commands.Count(c => c.StartsWith("1:EHLO", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Plain_text_put_behind_STARTTLS_by_somebody_else_is_not_believed()
    {
        using var ca = new TestAuthority();
        var sink = Sink(new SinkScript { Certificate = ca.Server, Offers = ["DSN"], Injected = "250-evil\n250 SIZE 1" });
        Assert.Equal(Fate.Accepted, (await Engine(sink, o => o with { Security = SmtpSecurity.StartTls, CaFile = ca.File }).Send(Letters.Plain, Ct)).Fate);
        Assert.DoesNotContain("SIZE", Assert.Single(sink.Messages).Mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls, false)]
    [InlineData(SmtpSecurity.Tls, true)]
    public async Task A_certificate_of_an_unknown_authority_stops_everything(SmtpSecurity security, bool implicitTls)
    {
        using var ca = new TestAuthority();
        using var other = new TestAuthority();
        var sink = Sink(new SinkScript { Certificate = ca.Server, ImplicitTls = implicitTls });
        foreach (var believed in new[] { other.File, null })
        {
            var given = await Engine(sink, o => o with { Security = security, CaFile = believed, User = "alerts", Password = "x" }).Send(Letters.Plain, Ct);
            Assert.Equal((Fate.OurFault, "certificate"), (given.Fate, given.Reason));
        }
        Assert.DoesNotContain(sink.Commands, c => c.Contains("AUTH", StringComparison.Ordinal) || c.Contains("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_for_another_name_stops_everything()
    {
        using var ca = new TestAuthority("elsewhere.example");
        var sink = Sink(new SinkScript { Certificate = ca.Server });
        Assert.Equal("certificate", (await Engine(sink, o => o with { Security = SmtpSecurity.StartTls, CaFile = ca.File }).Send(Letters.Plain, Ct)).Reason);
    }

    [Theory]
    [InlineData(null, Fate.OurFault, "starttls-not-offered")]
    [InlineData("454 4.7.0 TLS not available", Fate.Deferred, "4.7.0")]
    public async Task Required_STARTTLS_that_is_not_there_stops_everything(string? answer, Fate fate, string reason)
    {
        var sink = Sink(new SinkScript { Offers = answer is null ? [] : ["STARTTLS"], Answer = (verb, _, _) => verb == "STARTTLS" ? answer : null });
        var given = await Engine(sink, o => o with { Security = SmtpSecurity.StartTls }).Send(Letters.Plain, Ct);
        Assert.Equal((fate, reason), (given.Fate, given.Reason));
        Assert.DoesNotContain(sink.Commands, c => c.Contains("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task STARTTLS_that_is_refused_where_plain_text_would_do_costs_no_message()
    {
        var sink = Sink(new SinkScript { Offers = ["STARTTLS"], Answer = (verb, _, _) => verb == "STARTTLS" ? "454 4.7.0 TLS not available" : null });
        Assert.Equal(Fate.Accepted, (await Engine(sink).Send(Letters.Plain, Ct)).Fate);
    }

    [Theory]
    [InlineData("AUTH PLAIN LOGIN", "1:AUTH PLAIN ")]
    [InlineData("AUTH LOGIN", "1:AUTH LOGIN")]
    [InlineData("AUTH=LOGIN", "1:AUTH LOGIN")]
    public async Task It_logs_in_once_per_connection(string offer, string command)
    {
        var sink = Sink(new SinkScript { Offers = ["PIPELINING", offer] });
        var engine = Engine(sink, o => o with { User = "alerts", Password = "ខ្មែរ-secret" });
        for (var i = 0; i < 3; i++) Assert.Equal(Fate.Accepted, (await engine.Send(Letters.Plain, Ct)).Fate);
        Assert.StartsWith(command, Assert.Single(sink.Commands, c => c.StartsWith("1:AUTH", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AUTH PLAIN", null, Fate.OurFault, "5.7.8")]
    [InlineData("AUTH PLAIN", "454 4.7.0 Later", Fate.Deferred, "4.7.0")]
    [InlineData("AUTH PLAIN", "534 5.7.9 Too weak", Fate.OurFault, "5.7.9")]
    [InlineData("AUTH CRAM-MD5", null, Fate.OurFault, "auth-not-offered")]
    public async Task A_failed_log_in_is_our_fault(string offer, string? answer, Fate fate, string reason)
    {
        var sink = Sink(new SinkScript { Offers = [offer], Answer = (verb, _, _) => verb == "AUTH" ? answer : null });
        var given = await Engine(sink, o => o with { User = "alerts", Password = "wrong" }).Send(Letters.Plain, Ct);
        Assert.Equal((fate, reason), (given.Fate, given.Reason));
    }
}
