using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

public abstract partial class EmailTransportContract
{
    private static EmailMessage[] Several(int count) =>
        [.. Enumerable.Range(1, count).Select(n => Letters.Plain with { MessageId = $"alert-{n}@mekong.example", To = new($"reader{n}@example.org") })];

    private static async Task<List<Handover>> SendAll(IEmailLine line, EmailMessage[] messages)
    {
        var fates = new List<Handover>();
        for (var i = 0; i < messages.Length; i++) fates.Add(await line.Send(messages[i], messages.ElementAtOrDefault(i + 1), Ct));
        return fates;
    }

    private static string[] Ids(SmtpSink sink) => [.. sink.Messages.Select(m => m.Recipient.Split('<', '>')[1])];

    [Fact]
    public async Task On_a_line_each_message_arrives_once_and_in_order()
    {
        var sink = Sink();
        await using var line = Engine(sink).Open();
        Assert.All(await SendAll(line, Several(20)), fate => Assert.Equal(Fate.Accepted, fate.Fate));
        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"reader{n}@example.org"), Ids(sink));
        Assert.All(sink.Messages.Index(), m => Assert.Contains($"<alert-{m.Index + 1}@mekong.example>", System.Text.Encoding.ASCII.GetString(m.Item.Content), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_message_that_was_announced_and_never_sent_nothing_arrives()
    {
        var sink = Sink();
        await using var line = Engine(sink).Open();
        var (one, two, three) = (Several(3)[0], Several(3)[1], Several(3)[2]);
        await line.Send(one, two, Ct);
        Assert.Equal(Fate.Accepted, (await line.Send(three, null, Ct)).Fate);
        await line.Send(one, two, Ct);
        await line.Rest();
        await Until(() => sink.OpenNow == (AnnouncesAhead ? 0 : 1));
        Assert.Equal(["reader1@example.org", "reader3@example.org", "reader1@example.org"], Ids(sink));
    }

    [Fact]
    public async Task A_recipient_refused_ahead_of_time_costs_neither_neighbour_anything()
    {
        var sink = Sink(new SinkScript { Answer = (verb, command, _) => verb == "RCPT" && command.Contains("reader2@", StringComparison.Ordinal) ? "550 5.1.1 No such user" : null });
        await using var line = Engine(sink).Open();
        Assert.Equal([Fate.Accepted, Fate.BadAddress, Fate.Accepted], (await SendAll(line, Several(3))).Select(fate => fate.Fate));
        Assert.Equal((1, 2), (sink.Sessions, sink.Messages.Count));
    }

    [Fact]
    public async Task A_line_cut_before_an_announced_message_sends_it_over_another()
    {
        var mails = 0;
        var sink = Sink(new SinkScript { Answer = (verb, _, _) => verb == "MAIL" && ++mails == 2 ? SinkScript.Drop : null });
        await using var line = Engine(sink).Open();
        Assert.All(await SendAll(line, Several(3)), fate => Assert.Equal(Fate.Accepted, fate.Fate));
        Assert.Equal(["reader1@example.org", "reader2@example.org", "reader3@example.org"], Ids(sink));
        Assert.Equal(2, sink.Sessions);
    }

    [Fact]
    public async Task A_cut_after_the_final_dot_leaves_one_message_in_doubt_and_not_the_announced_one()
    {
        var contents = 0;
        var sink = Sink(new SinkScript { Answer = (verb, _, _) => verb == "CONTENT" && ++contents == 2 ? SinkScript.Drop : null });
        await using var line = Engine(sink).Open();
        Assert.Equal([Fate.Accepted, Fate.Ambiguous, Fate.Accepted], (await SendAll(line, Several(3))).Select(fate => fate.Fate));
        Assert.Equal(["reader1@example.org", "reader2@example.org", "reader3@example.org"], Ids(sink));
    }

    [Fact]
    public async Task A_refused_content_leaves_the_announced_message_alone()
    {
        var contents = 0;
        var sink = Sink(new SinkScript { Answer = (verb, _, _) => verb == "CONTENT" && ++contents == 1 ? "451 4.3.0 Later" : null });
        await using var line = Engine(sink).Open();
        Assert.Equal([Fate.Deferred, Fate.Accepted], (await SendAll(line, Several(2))).Select(fate => fate.Fate));
        Assert.Equal(1, sink.Sessions);
    }

    [Fact]
    public async Task A_line_in_use_makes_room_for_whoever_waits()
    {
        var sink = Sink();
        var engine = Engine(sink, o => o with { Connections = 1 });
        await using var line = engine.Open();
        var messages = Several(200);
        var all = Task.Run(() => SendAll(line, messages), Ct);
        await Until(() => !sink.Messages.IsEmpty);
        Assert.Equal(Fate.Accepted, (await engine.Send(Letters.Plain with { To = new("urgent@example.org") }, Ct)).Fate);
        Assert.All(await all, fate => Assert.Equal(Fate.Accepted, fate.Fate));
        Assert.NotEqual("urgent@example.org", Ids(sink)[^1]);
    }
}
