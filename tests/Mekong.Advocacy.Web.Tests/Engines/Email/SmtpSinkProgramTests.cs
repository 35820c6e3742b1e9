using System.Net;
using System.Net.Sockets;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>Postfix's own test server takes our mail.</summary>
public sealed class SmtpSinkProgramTests
{
    [Theory]
    [MemberData(nameof(CompiledEngines.Email), MemberType = typeof(CompiledEngines))]
    public async Task Five_hundred_messages_go_over_five_connections(string name)
    {
        var (ct, port) = (TestContext.Current.CancellationToken, FreePort.Take());
        using var folder = new TemporaryFolder();
        string[] user = Environment.IsPrivilegedProcess ? ["-u", "nobody"] : [];
        using var sink = OutsideProgram.Start("smtp-sink", folder.Path, [.. user, $"127.0.0.1:{port}", "100"]);
        await FreePort.Listening(port);
        await using var services = CompiledEngines.Mail(name, new SmtpOptions("127.0.0.1", port, Connections: 5));
        var engine = services.GetRequiredService<IEmailTransport>();
        var fates = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(() => engine.Send(Letters.In("km") with { MessageId = $"a{i}@mekong.example" }, ct), ct)));
        Assert.Equal(500, fates.Count(f => f.Fate == Fate.Accepted));
    }
}

/// <summary>A port on loopback that nobody holds at the moment.</summary>
internal static class FreePort
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until somebody answers there; fails after fifteen seconds.</summary>
    public static async Task Listening(int port)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
                return;
            }
            catch (SocketException) { await poll.WaitForNextTickAsync(limit.Token); }
        }
    }
}

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mail-").FullName;
    public void Dispose() => Directory.Delete(Path, true);
}
