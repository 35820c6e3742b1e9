using System.Text;
using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>One mail as it came: to whom, under which Message-ID, and all of it.</summary>
internal sealed record Mail(string To, string MessageId, string Text);

/// <summary>The network's mail server in the tests: the scripted sink, read as letters.</summary>
internal sealed partial class Postbox : IAsyncDisposable
{
    private readonly SmtpSink sink;

    public Postbox(int port = 0) => sink = new SmtpSink(new()
    {
        Answer = (verb, line, session) => Script.Answer(verb, line, session),
        Before = verb => Script.Before(verb),
        Delay = (verb, line) => Script.Delay(verb, line),
    }, port);

    public int Port => sink.Port;

    public int OpenConnections => sink.OpenNow;

    /// <summary>How it answers from now on, on open connections too.</summary>
    public SinkScript Script { get; set; } = new();

    /// <summary>Commands in the order of arrival, each with its session's number.</summary>
    public IReadOnlyCollection<string> Commands => sink.Commands;

    /// <summary>Mails whose final dot was read, in that order, whatever was answered then.</summary>
    public IReadOnlyList<Mail> Mails => [.. sink.Messages.Select(Read)];

    public int Count => sink.Messages.Count;

    /// <summary>Different Message-IDs, and how many copies came beyond one of each.</summary>
    public (int Different, int Extra) Tally()
    {
        var different = Mails.DistinctBy(mail => mail.MessageId).Count();
        return (different, Count - different);
    }

    public ValueTask DisposeAsync() => sink.DisposeAsync();

    private static Mail Read(SunkMessage message)
    {
        var text = Encoding.UTF8.GetString(message.Content);
        return new(Address().Match(message.Recipient).Groups[1].Value, MessageId().Match(text).Groups[1].Value, text);
    }

    [GeneratedRegex("<([^>]+)>")]
    private static partial Regex Address();

    [GeneratedRegex(@"^Message-ID:\s*<([^>]+)>", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex MessageId();
}
