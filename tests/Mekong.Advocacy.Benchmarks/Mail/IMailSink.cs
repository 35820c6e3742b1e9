namespace Mekong.Advocacy.Benchmarks.Mail;

/// <summary>A mail server that counts.</summary>
internal interface IMailSink : IAsyncDisposable
{
    int Port { get; }

    /// <summary>Messages it has taken so far.</summary>
    long Count { get; }

    /// <summary>Bytes it has read so far, commands and messages.</summary>
    double Bytes { get; }
}
