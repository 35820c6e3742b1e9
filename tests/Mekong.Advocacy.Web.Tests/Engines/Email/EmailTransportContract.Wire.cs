using System.Text;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

public abstract partial class EmailTransportContract
{
    [Fact]
    public async Task Commands_go_together_where_pipelining_is_offered()
    {
        var sink = Sink();
        await Engine(sink).Send(Letters.Plain, Ct);
        Assert.Contains(sink.Reads, r => r.StartsWith("MAIL FROM:", StringComparison.Ordinal) && r.Contains("\r\nRCPT TO:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commands_go_one_by_one_and_without_extras_where_nothing_is_offered()
    {
        var sink = Sink(new SinkScript { Offers = [] });
        Assert.Equal(Fate.Accepted, (await Engine(sink).Send(Letters.Plain, Ct)).Fate);
        Assert.Equal(
            ["1:EHLO client.example", "1:MAIL FROM:<bounce+7f3a=c2@mekong.example>", "1:RCPT TO:<sokha.chan@example.org>", "1:DATA"], sink.Commands);
        Assert.Contains("MAIL FROM:<bounce+7f3a=c2@mekong.example>\r\n", sink.Reads);
    }

    [Fact]
    public async Task Failure_reports_are_asked_for_where_they_are_offered()
    {
        var sink = Sink();
        await Engine(sink).Send(Letters.Plain with { To = new("a+b=c@bücher.example") }, Ct);
        var taken = Assert.Single(sink.Messages);
        Assert.Matches(@"^MAIL FROM:<bounce\+7f3a=c2@mekong\.example>(?= .*SIZE=\d+)(?= .*RET=HDRS)(?= .*ENVID=d-7f3a\+2Bc2)", taken.Mail);
        Assert.Equal("RCPT TO:<a+b=c@xn--bcher-kva.example> NOTIFY=FAILURE ORCPT=rfc822;a+2Bb+3Dc@xn--bcher-kva.example", taken.Recipient);
    }

    [Fact]
    public async Task A_domain_is_never_written_in_its_own_script_even_where_that_is_offered()
    {
        var sink = Sink(new SinkScript { Offers = ["PIPELINING", "8BITMIME", "SMTPUTF8", "BINARYMIME", "CHUNKING"] });
        Assert.Equal(Fate.Accepted, (await Engine(sink).Send(Letters.In("km") with { To = new("sokha@bücher.example") }, Ct)).Fate);
        var taken = Assert.Single(sink.Messages);
        Assert.StartsWith("RCPT TO:<sokha@xn--bcher-kva.example>", taken.Recipient, StringComparison.Ordinal);
        Assert.DoesNotContain("SMTPUTF8", taken.Mail, StringComparison.Ordinal);
        Assert.True(System.Text.Ascii.IsValid(taken.Content));
    }

    [Fact]
    public async Task A_message_over_the_offered_size_stays_here()
    {
        var sink = Sink(new SinkScript { Offers = ["SIZE 1000"] });
        var engine = Engine(sink);
        Assert.Equal((Fate.Refused, "5.3.4"), (await engine.Send(Letters.In("km"), Ct)) is var f ? (f.Fate, f.Reason) : default);
        Assert.DoesNotContain(sink.Commands, c => c.Contains("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_large_message_with_dots_at_line_starts_arrives_as_it_was()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => i % 3 == 0 ? ".\n" : "..and so on\n"));
        var sink = Sink();
        Assert.Equal(Fate.Accepted, (await Engine(sink).Send(Letters.Plain with { Text = text }, Ct)).Fate);
        var content = Encoding.ASCII.GetString(Assert.Single(sink.Messages).Content).Replace("=2E", ".", StringComparison.Ordinal);
        Assert.Contains(text.ReplaceLineEndings("\r\n"), content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_knows_only_HELO_is_served()
    {
        var sink = Sink(new SinkScript { Answer = (verb, line, _) => verb == "EHLO" ? "502 5.5.2 What?" : line.StartsWith("HELO", StringComparison.Ordinal) ? "250 sink" : null });
        Assert.Equal(Fate.Accepted, (await Engine(sink).Send(Letters.Plain, Ct)).Fate);
    }

    [Fact]
    public async Task An_illegal_recipient_is_our_own_refusal()
    {
        var sink = Sink();
        foreach (var address in new[] { "សុខា@example.org", "a\r\nRCPT TO:<x@example.org>@example.org", "a b@example.org", "example.org", "<a@example.org>", "a@", "a@exa mple.org" })
        {
            var given = await Engine(sink).Send(Letters.Plain with { To = new(address) }, Ct);
            Assert.Equal((Fate.BadAddress, "5.1.3"), (given.Fate, given.Reason));
        }
        Assert.Equal(0, sink.Sessions);
    }

    [Fact]
    public async Task Nothing_with_a_line_break_in_a_header_or_sender_leaves()
    {
        var sink = Sink();
        var m = Letters.Plain;
        foreach (var evil in new[] { "x\r\nBcc: all@example.org", "x\nBcc: all@example.org", "x\rBcc: all@example.org", "x\0" })
        {
            EmailMessage[] messages =
            [
                m with { Subject = evil }, m with { From = m.From with { Name = evil } }, m with { To = m.To with { Name = evil } }, m with { Language = evil },
                m with { MessageId = evil }, m with { EnvelopeId = evil }, m with { Headers = [new("List-Unsubscribe", evil)] }, m with { Headers = [new(evil, "x")] },
                m with { Headers = [new("Reply-To", $"a@example.org{evil}")] },
            ];
            foreach (var message in messages) Assert.Equal(Fate.Refused, (await Engine(sink).Send(message, Ct)).Fate);
            EmailMessage[] senders = [m with { From = new($"{evil}@mekong.example") }, m with { EnvelopeFrom = $"{evil}@mekong.example" }, m with { EnvelopeFrom = $"a@mekong.example>{evil}" }];
            foreach (var message in senders) Assert.Equal((Fate.OurFault, "5.1.7"), (await Engine(sink).Send(message, Ct)) is var f ? (f.Fate, f.Reason) : default);
        }
        Assert.Equal(0, sink.Sessions);
    }
}
