namespace Mekong.Advocacy.Drills.Ground;

/// <summary>The network's mail server: it answers by a script that may change at any moment, and keeps books and no letters.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly SmtpSink sink;

    public MailServer() => sink = new SmtpSink(
        new()
        {
            Answer = (verb, line, session) => Script.Answer(verb, line, session),
            Before = verb => Script.Before(verb),
            Delay = (verb, line) => Script.Delay(verb, line),
        },
        keepsEverything: false);

    public SinkScript Script { get; set; } = new();

    public SinkLedger Books => sink.Ledger;

    public int Port => sink.Port;

    public int Sessions => sink.Sessions;

    public int MostAtOnce => sink.MostAtOnce;

    /// <summary>Different people whom anything of the current books reached.</summary>
    public int Recipients => Books.Messages.DistinctBy(one => one.Recipient).Count();

    public void OpenNewBooks() => sink.OpenNewBooks();

    public static bool IsTo(string line, string domain) => line.Contains($"@{domain}>", StringComparison.OrdinalIgnoreCase);

    public ValueTask DisposeAsync() => sink.DisposeAsync();
}
