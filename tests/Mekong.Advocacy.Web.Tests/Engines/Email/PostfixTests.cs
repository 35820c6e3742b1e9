using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>A Postfix of the test's own: it takes our mail and shows what it understood of the envelope.</summary>
public sealed class PostfixTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = FreePort.Take();
    private bool started;

    public async ValueTask InitializeAsync()
    {
        if (!Environment.IsPrivilegedProcess) return;
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/sbin/postfix")) return;
        Directory.CreateDirectory(Path.Combine(folder.Path, "queue"));
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
        await OutsideProgram.Run("install", folder.Path, ["-d", "-o", "postfix", Path.Combine(folder.Path, "data")]);
        foreach (var file in new[] { "main.cf", "master.cf" })
            await File.WriteAllTextAsync(Path.Combine(folder.Path, file), (await File.ReadAllTextAsync(Path.Combine(Here.Folder, "postfix", file)))
                .Replace("@folder@", folder.Path, StringComparison.Ordinal).Replace("@port@", $"{port}", StringComparison.Ordinal));
        // The master process keeps its standard output: a pipe would never end.
        await OutsideProgram.Run("sh", folder.Path, ["-c", $"postfix -c {folder.Path} start >start.log 2>&1 </dev/null"]);
        started = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (started) await OutsideProgram.Run("sh", folder.Path, ["-c", $"postfix -c {folder.Path} stop >stop.log 2>&1 </dev/null"]);
        folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(CompiledEngines.Email), MemberType = typeof(CompiledEngines))]
    public async Task It_keeps_the_envelope_id_and_what_was_asked_about_reports(string name)
    {
        if (!started) Assert.Skip("A private Postfix needs root and the postfix package.");
        await FreePort.Listening(port);
        await using var services = CompiledEngines.Mail(name, new SmtpOptions("127.0.0.1", port));
        var engine = services.GetRequiredService<IEmailTransport>();
        var given = await engine.Send(Letters.In("km"), TestContext.Current.CancellationToken);
        Assert.True(given.Fate == Fate.Accepted, $"{given}\n{await File.ReadAllTextAsync(Path.Combine(folder.Path, "mail.log"), TestContext.Current.CancellationToken)}");
        var (_, queued) = await OutsideProgram.Run("postcat", folder.Path, ["-c", folder.Path, "-q", given.ProviderId!]);
        Assert.Contains("envelope_id=d-7f3a+c2\nnamed_attribute: ret_flags=2\n", queued, StringComparison.Ordinal);
        Assert.Contains("rfc822;sokha.chan@example.org", queued, StringComparison.Ordinal);
        Assert.Contains("sender: bounce+7f3a=c2@mekong.example", queued, StringComparison.Ordinal);
    }
}
