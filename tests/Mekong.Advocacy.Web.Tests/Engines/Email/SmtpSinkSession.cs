using System.Net.Security;
using System.Text;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>One client's conversation with the sink.</summary>
internal sealed class SmtpSinkSession(SmtpSink sink, Stream stream, int number)
{
    private readonly SinkScript script = sink.Script;
    private readonly byte[] buffer = new byte[65536];
    private Stream stream = stream;
    private int start, end;
    private bool encrypted, left;
    private string mail = "", recipient = "";

    public async Task Run(CancellationToken ct)
    {
        if (script.ImplicitTls) await Encrypt(ct);
        if (!await Say("GREETING", "", "220 sink ESMTP", ct)) return;
        while (await Line(ct) is { } line)
        {
            sink.Commands.Enqueue($"{number}:{line}");
            var verb = line.Split(' ')[0].ToUpperInvariant();
            var go = verb switch
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
            if (!go) return;
        }
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
        if (script.Answer("STARTTLS", line, number) is null) await Encrypt(ct);
        return true;
    }

    private async Task<bool> LogIn(string line, CancellationToken ct)
    {
        var given = "";
        if (line.StartsWith("AUTH PLAIN ", StringComparison.Ordinal)) given = Text(line[11..]).TrimStart('\0').Replace('\0', ':');
        else if (line == "AUTH LOGIN")
        {
            await Write("334 VXNlcm5hbWU6", ct);
            given = Text(await Line(ct) ?? "") + ":";
            await Write("334 UGFzc3dvcmQ6", ct);
            given += Text(await Line(ct) ?? "");
        }
        return await Say("AUTH", line, given == $"{script.User}:{script.Password}" ? "235 2.7.0 Welcome" : "535 5.7.8 Bad credentials", ct);
    }

    private async Task<bool> Content(string line, CancellationToken ct)
    {
        var answer = script.Answer("DATA", line, number) ?? (recipient.Length > 0 ? "354 Go on" : "554 5.5.1 No valid recipients");
        if (!await Say("DATA", line, answer, ct)) return false;
        if (!answer.StartsWith("354", StringComparison.Ordinal)) return true;
        var content = new StringBuilder();
        while (await Line(ct) is { } text and not ".") content.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
        if (content.Length > 0) sink.Messages.Enqueue(new SunkMessage(number, mail, recipient, Encoding.Latin1.GetBytes(content.ToString())));
        else sink.Commands.Enqueue($"{number}:.");
        var go = await Say("CONTENT", recipient, recipient.Length > 0 ? $"250 2.0.0 Ok: queued as Q{sink.Messages.Count}" : "554 5.5.1 No recipients", ct);
        Forget();
        return go;
    }

    private async Task<bool> Goodbye(string line, CancellationToken ct)
    {
        Leave(); // the client may be back before this task runs again
        return await Say("QUIT", line, "221 2.0.0 Bye", ct) && false;
    }

    private void Forget() => (mail, recipient) = ("", "");

    private async Task<bool> Say(string verb, string line, string usual, CancellationToken ct, Action? refused = null)
    {
        await script.Before(verb).WaitAsync(ct);
        var answer = script.Answer(verb, line, number) ?? usual;
        if (answer == SinkScript.Drop) return false;
        if (answer == SinkScript.Tarpit)
        {
            while (await stream.ReadAsync(buffer, ct) > 0) { }
            return false;
        }
        if (!answer.StartsWith('2')) refused?.Invoke();
        await Write(answer, ct);
        return !answer.StartsWith("421", StringComparison.Ordinal);
    }

    private async Task Write(string reply, CancellationToken ct) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(reply.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n"), ct);

    private async Task<string?> Line(CancellationToken ct)
    {
        var line = new StringBuilder();
        while (true)
        {
            while (start < end)
            {
                if (buffer[start++] is var b && b == '\n') return line.ToString().TrimEnd('\r');
                line.Append((char)b);
            }
            (start, end) = (0, await stream.ReadAsync(buffer, ct));
            if (end == 0) return null;
            sink.Reads.Enqueue(Encoding.Latin1.GetString(buffer, 0, end));
        }
    }

    private async Task Encrypt(CancellationToken ct)
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = script.Certificate }, ct);
        (stream, start, end, encrypted) = (tls, 0, 0, true);
    }

    private static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
