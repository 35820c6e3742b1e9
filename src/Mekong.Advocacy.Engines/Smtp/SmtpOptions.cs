namespace Mekong.Advocacy.Engines.Smtp;

/// <summary>How the line to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>TLS from the first byte on port 465; else STARTTLS, required unless the server is on loopback.</summary>
    Auto,

    /// <summary>Plain text; a password is still never sent beyond loopback.</summary>
    None,

    /// <summary>STARTTLS or nothing, on loopback too.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314).</summary>
    Tls,
}

/// <summary>The mail server that takes our messages.</summary>
/// <param name="Connections">How many messages may be under way at once.</param>
/// <param name="ClientName">What EHLO says; null: this machine's name or address literal.</param>
/// <param name="CaFile">PEM of a private certificate authority to believe in place of the system's store.</param>
public sealed record SmtpOptions(
    string Host,
    int Port,
    SmtpSecurity Security = SmtpSecurity.Auto,
    string? User = null,
    string? Password = null,
    int Connections = 5,
    string? ClientName = null,
    string? CaFile = null);
