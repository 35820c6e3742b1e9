using System.Security.Cryptography.X509Certificates;

namespace Mekong.Advocacy.Faults;

/// <summary>How the sink behaves. Verbs: GREETING, EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA, CONTENT (after the final dot), RSET, QUIT.</summary>
internal sealed record SinkScript
{
    /// <summary>What hangs up in place of an answer.</summary>
    public const string Drop = "drop";

    /// <summary>No answer until the client goes away.</summary>
    public const string Tarpit = "tarpit";

    public string[] Offers { get; init; } = ["PIPELINING", "SIZE 10485760", "DSN", "ENHANCEDSTATUSCODES", "8BITMIME"];

    /// <summary>The reply (lines joined by LF), <see cref="Drop"/>, <see cref="Tarpit"/> or null for the usual; session from 1.</summary>
    public Func<string, string, int, string?> Answer { get; init; } = (_, _, _) => null;

    /// <summary>What an answer waits for, by verb; a message is on the sink's books before the wait of CONTENT.</summary>
    public Func<string, Task> Before { get; init; } = _ => Task.CompletedTask;

    /// <summary>What an answer waits for besides, by verb and line.</summary>
    public Func<string, string, Task> Delay { get; init; } = (_, _) => Task.CompletedTask;

    public X509Certificate2? Certificate { get; init; }
    public bool ImplicitTls { get; init; }

    /// <summary>Plain text that somebody on the way put behind the 220 of STARTTLS.</summary>
    public string Injected { get; init; } = "";

    public string User { get; init; } = "alerts";
    public string Password { get; init; } = "ខ្មែរ-secret";

    /// <summary>A script that answers one verb in its own way.</summary>
    public static SinkScript On(string verb, string answer) => new() { Answer = (v, _, _) => v == verb ? answer : null };
}
