using System.Text;
using System.Text.Json;
using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Mime;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>What every engine writes and signs, before readers that we did not write: Python's email parser and dkimpy.</summary>
public abstract class WrittenMailContract : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private const string Read = """
        import base64, email, email.policy, json, sys
        from email.header import decode_header, make_header
        from email.utils import parseaddr
        raw = sys.stdin.read()
        m = email.message_from_bytes(base64.b64decode(raw), policy=email.policy.default)
        text, html = m.get_body(('plain',)), m.get_body(('html',))
        defects = [str(d) for part in m.walk() for d in part.defects] + [str(d) for v in m.values() for d in getattr(v, 'defects', ())]
        # The parser of this policy leaves a space between two encoded words of a name; Python's other decoder does not.
        plain = email.message_from_bytes(base64.b64decode(raw))
        name = lambda field: str(make_header(decode_header(parseaddr(plain[field].replace('\r\n', ''))[0])))
        print(json.dumps({'defects': defects, 'subject': m['subject'], 'from': name('from'),
            'to': name('to'), 'reply': name('reply-to'), 'leave': plain['list-unsubscribe'].replace('\r\n', '').strip(), 'id': plain['list-id'], 'language': m['content-language'],
            'text': text.get_content(), 'html': html.get_content(),
            'files': [f'{part.get_filename()} {part.get_content_type()} {base64.b64encode(part.get_content()).decode()}' for part in m.iter_attachments()]}))
        """;

    private const string Verify = """
        import base64, dkim, sys
        rsa, ed, message = [base64.b64decode(l) for l in sys.stdin.read().split()]
        records = {b's2026._domainkey.mekong.example.': rsa, b'ed2026._domainkey.mekong.example.': ed}
        print(*[dkim.DKIM(message).verify(idx=i, dnsfunc=lambda name, timeout=5: records.get(name)) for i in range(message.lower().count(b'dkim-signature:'))])
        """;

    private readonly DkimKey key = new();

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        key.Dispose();
    }

    private protected abstract byte[] Written(EmailMessage message, DkimOptions? dkim = null);

    [Theory]
    [InlineData("en"), InlineData("km"), InlineData("lo"), InlineData("my"), InlineData("th"), InlineData("vi"), InlineData("zh-Hans")]
    public async Task The_parser_finds_no_defect_and_gives_everything_back(string language)
    {
        var message = Letters.In(language);
        var (code, output) = await OutsideProgram.Run(Python, "/", ["-c", Read], Convert.ToBase64String(Written(message)));
        Assert.True(code == 0, output);
        var read = JsonDocument.Parse(output).RootElement;
        Assert.Empty(read.GetProperty("defects").EnumerateArray().Select(d => d.GetString()));
        Assert.Equal(
            [message.Subject, message.From.Name, message.To.Name, "Văn phòng", language, message.Text.ToString(), message.Html.ToString()],
            new[] { "subject", "from", "to", "reply", "language", "text", "html" }.Select(n => read.GetProperty(n).GetString()!.Replace("\r\n", "\n", StringComparison.Ordinal)));
        Assert.Equal(message.Headers[0].Value, read.GetProperty("leave").GetString());
        Assert.Equal(message.Headers[2].Value, read.GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_parser_finds_the_files_beside_the_text()
    {
        byte[] pdf = [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 256).Select(n => (byte)n)];
        var message = Letters.In("km") with { Attachments = [new("statement.pdf", "application/pdf", pdf), new("list.csv", "application/octet-stream", pdf)] };
        var (code, output) = await OutsideProgram.Run(Python, "/", ["-c", Read], Convert.ToBase64String(Written(message)));
        Assert.True(code == 0, output);
        var read = JsonDocument.Parse(output).RootElement;
        Assert.Empty(read.GetProperty("defects").EnumerateArray());
        Assert.Equal(message.Text.ToString(), read.GetProperty("text").GetString()!.ReplaceLineEndings("\n"));
        Assert.Equal(
            [$"statement.pdf application/pdf {Convert.ToBase64String(pdf)}", $"list.csv application/octet-stream {Convert.ToBase64String(pdf)}"],
            read.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
    }

    [Theory]
    [InlineData("en"), InlineData("km"), InlineData("lo"), InlineData("my"), InlineData("th"), InlineData("vi"), InlineData("zh-Hans")]
    public async Task The_signature_is_good_and_a_changed_message_is_not(string language)
    {
        if ((await OutsideProgram.Run(Python, "/", ["-c", "import dkim"])).Code != 0) Assert.Skip("dkimpy is not installed.");
        await Judged(Written(Letters.In(language), key.Options), "True\n", "False\n");
    }

    [Fact]
    public async Task Each_of_two_signatures_is_good_by_itself()
    {
        if ((await OutsideProgram.Run(Python, "/", ["-c", "import dkim, nacl.signing"])).Code != 0) Assert.Skip("dkimpy or PyNaCl is not installed.");
        await Judged(Written(Letters.In("km"), key.Both), "True True\n", "False False\n");
    }

    private async Task Judged(byte[] signed, string good, string bad)
    {
        Assert.Equal((0, good), await Judge(signed));
        var changed = Encoding.ASCII.GetString(signed).Replace("alerts@mekong.example>", "alerts@mekonq.example>", StringComparison.Ordinal);
        Assert.Equal((0, bad), await Judge(Encoding.ASCII.GetBytes(changed)));
        Assert.Equal((0, bad), await Judge([.. "From: someone@else.example\r\n"u8, .. signed]));
    }

    private Task<(int, string)> Judge(byte[] message) => OutsideProgram.Run(Python, "/", ["-c", Verify],
        string.Join('\n', new[] { Encoding.ASCII.GetBytes(key.Record), Encoding.ASCII.GetBytes(DkimKey.EdRecord), message }.Select(Convert.ToBase64String)));
}

/// <summary>Our own writer and signer.</summary>
public sealed class OurWrittenMailTests : WrittenMailContract
{
    private protected override byte[] Written(EmailMessage message, DkimOptions? dkim = null)
    {
        if (dkim is null) return MimeWriter.Write(message);
        using var signer = new DkimSigner(dkim);
        return signer.Sign(MimeWriter.Write(message));
    }
}
