using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Statements;

using Mail = Sending.Mail;

/// <summary>An office gets its package by e-mail: once, and with the mail server's own word for it.</summary>
public sealed partial class PackageMailTests(TestPostgres postgres)
{
    private const string Office = "minister@labour.example";

    [Fact]
    public async Task The_office_gets_letter_print_and_link_and_the_servers_answer_is_recorded()
    {
        await using var desk = await Desk(prints: true);
        var id = await Packed(desk);
        Done(await Send(desk, id));
        await desk.Is(id, "delivered");
        var (mail, parts) = Read(desk.Network.Mail.Mails.Single(mail => mail.To == Office));
        Assert.Contains("ក្រសួង", mail, StringComparison.Ordinal); // the office is addressed in its own language
        var sent = await Transmission(desk, id);
        Assert.True(sent.GetProperty("arrived").GetBoolean());
        Assert.StartsWith("250 ", sent.GetProperty("reply").GetString(), StringComparison.Ordinal);
        Assert.Contains(sent.GetProperty("packageHash").GetString()!, mail, StringComparison.Ordinal);

        using var visitor = desk.Site.Public();
        using var zip = new ZipArchive(new MemoryStream(await visitor.GetByteArrayAsync(new Uri(Link().Match(mail).Value, UriKind.Relative), TestContext.Current.CancellationToken)));
        Assert.Equal(sent.GetProperty("packageHash").GetString(), Digest.Of(Bytes(zip, "package.json")).ToString());
        if (!desk.Site.Services.GetRequiredService<IPagePrinter>().IsThere) Assert.Skip("Chromium is not installed: the package has no PDF.");
        Assert.Equal(Bytes(zip, "statement.pdf"), Assert.Single(parts));
        var pdf = Encoding.Latin1.GetString(parts[0]);
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", pdf, StringComparison.Ordinal); // tagged
        Assert.Contains("/Lang (km)", pdf, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await visitor.GetAsync(new Uri(Link().Match(mail).Value + "x", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_server_that_says_later_is_asked_again_and_one_that_says_no_is_a_failure()
    {
        await using var desk = await Desk();
        var id = await Packed(desk);
        Refuses(422, "statement.no-mail-address", await Send(desk, id, contact: "the minister"));
        desk.Network.Mail.Script = SinkScript.On("RCPT", "451 4.7.1 Greylisted");
        Done(await Send(desk, id));
        await Until.True(() => desk.Network.Mail.Commands.Any(command => command.Contains($"<{Office}>", StringComparison.Ordinal)), "the server is asked");
        Refuses(409, "statement.mail-is-under-way", await Send(desk, id));

        desk.Network.Mail.Script = SinkScript.On("RCPT", "550 5.1.1 No such office");
        desk.Network.Clock.Move(TimeSpan.FromSeconds(30));
        var failed = await Until.Sees(() => Last(desk, id), sent => sent is not null, "the failure is recorded");
        Assert.False(failed!.Value.GetProperty("arrived").GetBoolean());
        Assert.Contains("5.1.1", failed.Value.GetProperty("reply").GetString(), StringComparison.Ordinal);
        await desk.Is(id, "closed");
        Assert.Equal(0, desk.Network.Mail.Count);

        desk.Network.Mail.Script = new();
        Done(await Send(desk, id, "registry@labour.example"));
        await desk.Is(id, "delivered");
        Assert.Equal("registry@labour.example", Assert.Single(desk.Network.Mail.Mails, mail => mail.MessageId.StartsWith("package.", StringComparison.Ordinal)).To);
    }

    private async Task<JointDesk> Desk(bool prints = false)
    {
        var desk = new JointDesk(postgres) { Prints = prints };
        await desk.InitializeAsync();
        return desk;
    }

    private static async Task<Guid> Packed(JointDesk desk)
    {
        var id = await desk.Opened(desk.Draft(office: "ក្រសួងការងារ"));
        await desk.Closed(id);
        await desk.Does(id, "packages");
        return id;
    }

    private static Task<ApiAnswer> Send(JointDesk desk, Guid id, string? contact = null) => desk.Coordinator.Post($"/statements/{id}/mails", new { addressee = "labour-ministry", contact });

    private static async Task<JsonElement> Transmission(JointDesk desk, Guid id) => (await Last(desk, id))!.Value;

    private static async Task<JsonElement?> Last(JointDesk desk, Guid id) =>
        (await desk.State(id)).GetProperty("transmissions").EnumerateArray().Select(sent => (JsonElement?)sent).LastOrDefault();

    /// <summary>Its text with the encoded parts read, and its attachments.</summary>
    private static (string Words, List<byte[]> Files) Read(Mail mail)
    {
        List<byte[]> parts = [.. Base64Part().Matches(mail.Text).Select(part => Convert.FromBase64String(part.Groups[1].Value.Replace("\r\n", "", StringComparison.Ordinal)))];
        var files = parts.Where(part => part.AsSpan().StartsWith("%PDF"u8)).ToList();
        return (string.Concat(parts.Except(files).Select(Encoding.UTF8.GetString)), files);
    }

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var to = new MemoryStream();
        using (var from = zip.GetEntry(name)!.Open()) from.CopyTo(to);
        return to.ToArray();
    }

    [GeneratedRegex(@"/p/[\w.-]+")]
    private static partial Regex Link();

    [GeneratedRegex(@"Content-Transfer-Encoding: base64\r\n(?:Content-[^\r]*\r\n(?: [^\r]*\r\n)*)*\r\n(.*?)\r\n--", RegexOptions.Singleline)]
    private static partial Regex Base64Part();
}
