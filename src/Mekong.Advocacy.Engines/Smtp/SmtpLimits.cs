namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>How long the client waits (RFC 5321 §4.5.3.2) and how long it keeps a connection.</summary>
internal sealed record SmtpLimits
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(30);
    public TimeSpan Command { get; init; } = TimeSpan.FromSeconds(300);
    public TimeSpan AfterDot { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>A server that was told goodbye may take this long; after a shutdown was asked for, so may the answer to the final dot.</summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(10);
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(30);
    public int MessagesPerConnection { get; init; } = 1000;
}
