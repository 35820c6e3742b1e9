using System.Net.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Faults;

/// <summary>One client's conversation with the sink.</summary>
internal sealed partial class SmtpSinkSession(SmtpSink sink, Stream stream, int number)
{
    private readonly SinkScript script = sink.Script;
    private readonly StringBuilder answers = new();
    private Stream stream = stream;
    private SinkReader reader = new(stream, sink.Heard);
    private bool encrypted, left;
    private string mail = "", recipient = "";

    public async Task Run(CancellationToken ct)
    {
        if (script.ImplicitTls) await Encrypt(ct);
        var go = await Say("GREETING", "", "220 sink ESMTP", ct);
        while (go && await Line(ct) is { } line)
        {
            sink.Noted($"{number}:{line}");
            var verb = line.Split(' ')[0].ToUpperInvariant();
            go = verb switch
            {
                "EHLO" => await Say(verb, line, Greeting(), ct),
                "STARTTLS" => await StartTls(line, ct),
                "AUTH" => await LogIn(line, ct),
                "MAIL" => await Say(verb, mail = line, "250 2.1.0 Ok", ct, refused: () => mail = ""),
                "RCPT" => await Say(verb, recipient = line, mail.Length > 0 ? "250 2.1.5 Ok" : "503 5.5.1 No MAIL", ct, refused: () => recipient = ""),
                "DATA" => await Content(line, ct),
                "RSET" => await Say(verb, line, "250 2.0.0 Ok", ct, refused: Forget),
                "QUIT" => await Goodbye(line, ct),
                _ => await Say(verb, line, "502 5.5.2 What?", ct),
            };
        }
        await Flush(ct);
    }

    /// <summary>Over, from the goodbye on or the end of the line, whichever comes first.</summary>
    public void Leave()
    {
        if (!left) sink.Left();
        left = true;
    }

    private string Greeting() =>
        string.Join('\n', ["250-sink", .. script.Offers.Concat(script.Certificate is not null && !encrypted ? ["STARTTLS"] : []).Select(o => $"250-{o}"), "250 HELP"]);

    private async Task<bool> StartTls(string line, CancellationToken ct)
    {
        if (!await Say("STARTTLS", line, script.Injected.Length > 0 ? $"220 2.0.0 Go\n{script.Injected}" : "220 2.0.0 Go", ct)) return false;
        await Flush(ct);
        if (script.Answer("STARTTLS", line, number) is null) await Encrypt(ct);
        return true;
    }

    private async Task<bool> LogIn(string line, CancellationToken ct)
    {
        var given = "";
        if (line.StartsWith("AUTH PLAIN ", StringComparison.Ordinal)) given = Text(line[11..]).TrimStart('\0').Replace('\0', ':');
        else if (line == "AUTH LOGIN")
        {
            Write("334 VXNlcm5hbWU6");
            given = Text(await Line(ct) ?? "") + ":";
            Write("334 UGFzc3dvcmQ6");
            given += Text(await Line(ct) ?? "");
        }
        return await Say("AUTH", line, given == $"{script.User}:{script.Password}" ? "235 2.7.0 Welcome" : "535 5.7.8 Bad credentials", ct);
    }

    private async Task<bool> Content(string line, CancellationToken ct)
    {
        var answer = script.Answer("DATA", line, number) ?? (recipient.Length > 0 ? "354 Go on" : "554 5.5.1 No valid recipients");
        if (!await Say("DATA", line, answer, ct)) return false;
        if (!answer.StartsWith("354", StringComparison.Ordinal)) return true;
        await Flush(ct);
        if (await reader.Content(sink.KeepsEverything, ct) is not { } content) return false;
        if (content.Length > 0) sink.Took(new SunkMessage(number, mail, recipient, content));
        else sink.Noted($"{number}:.");
        void Enter()
        {
            if (content.Length > 0 && MessageId().Match(Encoding.Latin1.GetString(content)) is { Success: true } id)
                sink.Ledger.Enter(id.Groups[1].Value, Address().Match(recipient).Groups[1].Value);
        }
        var go = await Say("CONTENT", recipient, recipient.Length > 0 ? $"250 2.0.0 Ok: queued as Q{sink.Messages.Count}" : "554 5.5.1 No recipients", ct, taken: Enter);
        Forget();
        return go;
    }

    private async Task<bool> Goodbye(string line, CancellationToken ct)
    {
        Leave(); // the client may be back before this task runs again
        return await Say("QUIT", line, "221 2.0.0 Bye", ct) && false;
    }

    private void Forget() => (mail, recipient) = ("", "");

    private async Task<bool> Say(string verb, string line, string usual, CancellationToken ct, Action? refused = null, Action? taken = null)
    {
        if (Task.WhenAll(script.Before(verb), script.Delay(verb, line)) is { IsCompleted: false } wait)
        {
            await Flush(ct);
            await wait.WaitAsync(ct);
        }
        var answer = script.Answer(verb, line, number) ?? usual;
        if (answer == SinkScript.Drop) taken?.Invoke();
        if (answer == SinkScript.Tarpit)
        {
            await Flush(ct);
            await reader.Swallow(ct);
        }
        if (answer is SinkScript.Drop or SinkScript.Tarpit) return false;
        (answer.StartsWith('2') ? taken : refused)?.Invoke();
        Write(answer);
        return !answer.StartsWith("421", StringComparison.Ordinal);
    }

    private void Write(string reply) => answers.Append(reply.Replace("\n", "\r\n", StringComparison.Ordinal)).Append("\r\n");

    /// <summary>RFC 2920 §3.2: replies to commands that came together may leave together.</summary>
    private async Task Flush(CancellationToken ct)
    {
        if (answers.Length == 0) return;
        var bytes = Encoding.UTF8.GetBytes(answers.ToString());
        answers.Clear();
        await stream.WriteAsync(bytes, ct);
    }

    private async Task<string?> Line(CancellationToken ct)
    {
        if (!reader.HasLine) await Flush(ct);
        return await reader.Line(ct);
    }

    private async Task Encrypt(CancellationToken ct)
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = script.Certificate }, ct);
        (stream, encrypted) = (tls, true);
        reader = new(tls, sink.Heard);
    }

    private static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    [GeneratedRegex("<([^>]*)>")]
    private static partial Regex Address();

    [GeneratedRegex(@"^Message-ID:\s*<([^>]+)>", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex MessageId();
}
