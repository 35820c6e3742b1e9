using System.Text;
using System.Text.Json;
using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Smtp;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>The npm package smtp-server takes our mail after STARTTLS and log-in.</summary>
public sealed class NodeSmtpServerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TestAuthority ca = new();

    public void Dispose()
    {
        ca.Dispose();
        folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(CompiledEngines.Email), MemberType = typeof(CompiledEngines))]
    public async Task It_takes_a_message_and_refuses_a_recipient(string name)
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Here.Folder, "node"))) File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        OutsideProgram.Path("node");
        if ((await OutsideProgram.Run("npm", folder.Path, ["ci", "--no-audit", "--no-fund"])).Code != 0) Assert.Skip("The npm package smtp-server cannot be had.");
        using var server = OutsideProgram.Start("node", folder.Path, "server.js", ca.ServerKeyFile, ca.ServerFile);
        var port = int.Parse((await server.Output.ReadLineAsync(ct))!, null);
        await using var services = CompiledEngines.Mail(name, new SmtpOptions("localhost", port, SmtpSecurity.StartTls, "alerts", "secret", CaFile: ca.File));
        var engine = services.GetRequiredService<IEmailTransport>();

        var refused = await engine.Send(Letters.Plain with { To = new("nobody@example.org") }, ct);
        Assert.Equal((Fate.BadAddress, "5.1.1"), (refused.Fate, refused.Reason));
        Assert.Equal(Fate.Accepted, (await engine.Send(Letters.In("my"), ct)).Fate);
        var taken = JsonDocument.Parse((await server.Output.ReadLineAsync(ct))!).RootElement;
        Assert.True(taken.GetProperty("secure").GetBoolean());
        Assert.Equal(
            ["alerts", "bounce+7f3a=c2@mekong.example", "sokha.chan@example.org"],
            new[] { taken.GetProperty("user").GetString()!, taken.GetProperty("from").GetString()!, taken.GetProperty("to").GetString()! });
        var content = Encoding.ASCII.GetString(taken.GetProperty("content").GetBytesFromBase64());
        Assert.Contains("\r\nMessage-ID: <alert-7.my@mekong.example>\r\n", content, StringComparison.Ordinal);
        if (name == "BuiltIn") Assert.Equal(Encoding.ASCII.GetString(MimeWriter.Write(Letters.In("my"))), content);
    }
}
