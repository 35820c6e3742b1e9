using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Benchmarks.Serving;

namespace Mekong.Advocacy.Benchmarks.Mail;

/// <summary>Postfix's smtp-sink, which takes mail and forgets it, and smtp-source, the fastest sender there is.</summary>
internal sealed partial class SmtpSink : IMailSink
{
    private readonly Child child;

    private SmtpSink(Child child, int port) => (this.child, Port) = (child, port);

    public int Port { get; }

    /// <summary>Bytes it has read so far, commands and messages.</summary>
    public double Bytes => Proc.BytesRead(child.Id);

    /// <summary>Messages it has taken so far.</summary>
    public long Count
    {
        get
        {
            using var log = new FileStream(child.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            log.Seek(-Math.Min(log.Length, 200), SeekOrigin.End);
            using var end = new StreamReader(log);
            return Counter().Matches(end.ReadToEnd()) is { Count: > 0 } counts ? long.Parse(counts[^1].Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        }
    }

    public static async Task<SmtpSink> Start(Bench bench, CancellationToken ct)
    {
        var program = Child.Find("smtp-sink") ?? throw new MissingProgramException("smtp-sink", "postfix");
        var port = PlatformProcess.FreePort();
        // root must give up its rights, or smtp-sink does not start.
        string[] user = Environment.IsPrivilegedProcess ? ["-u", "nobody"] : [];
        var child = Child.Start(Path.Combine(bench.Scratch, $"sink-{port}.log"), program, [.. user, "-c", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), "1000"]);
        await Until.Sees("smtp-sink listens", TimeSpan.FromSeconds(10), async () =>
        {
            using var probe = new TcpClient();
            try { await probe.ConnectAsync("127.0.0.1", port, ct); }
            catch (SocketException) { return false; }
            return true;
        }, open => open, ct);
        return new(child, port);
    }

    /// <returns>Messages per second of smtp-source at this sink.</returns>
    public async Task<double> Source(Bench bench, int messages, int bytes, CancellationToken ct, int connections = 20)
    {
        var program = Child.Find("smtp-source") ?? throw new MissingProgramException("smtp-source", "postfix");
        string[] words = ["-d", "-s", $"{connections}", "-l", $"{bytes}", "-m", $"{messages}", "-f", "alerts@mekong.example", "-t", "reader@post.example", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}")];
        var began = Stopwatch.GetTimestamp();
        await using var source = Child.Start(Path.Combine(bench.Scratch, "smtp-source.log"), program, words);
        await source.End(ct);
        return messages / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    public ValueTask DisposeAsync() => child.DisposeAsync();

    [GeneratedRegex(@"mesg=(\d+)")]
    private static partial Regex Counter();
}
