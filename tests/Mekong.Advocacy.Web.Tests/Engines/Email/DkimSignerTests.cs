using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Mime;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

public sealed class DkimSignerTests : IDisposable
{
    private readonly DkimKey key = new();

    public void Dispose() => key.Dispose();

    [Fact]
    public void From_and_Subject_are_signed_once_more_than_they_occur_and_every_list_field_is_covered()
    {
        using var signer = new DkimSigner(key.Options);
        var letter = Letters.Plain with { Headers = [.. Letters.Plain.Headers, new("List-Help", "<https://mekong.example/>"), new("Feedback-ID", "a:en:alert:mekong")] };
        var signed = Encoding.ASCII.GetString(signer.Sign(MimeWriter.Write(letter))).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains(";h=From:From:To:Subject:Subject:Date:Message-ID:MIME-Version:Content-Type:Content-Language:"
            + "List-Unsubscribe:List-Unsubscribe-Post:List-Id:Reply-To:List-Help:Feedback-ID;", signed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_is_not_there_is_not_listed()
    {
        using var signer = new DkimSigner(key.Options);
        var signed = Encoding.ASCII.GetString(signer.Sign(MimeWriter.Write(Letters.Plain with { Headers = [] })));
        Assert.DoesNotContain("List-", signed, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_ways_to_write_a_key_give_the_same_signature_every_time()
    {
        using var one = new DkimSigner(key.Options);
        using var eight = new DkimSigner(key.Options with { KeyFile = key.Pkcs8File });
        var message = MimeWriter.Write(Letters.In("km"));
        Assert.Equal(one.Sign(message), eight.Sign(message));
    }

    [Fact]
    public void A_short_key_is_refused_at_once()
    {
        using var small = RSA.Create(512);
        File.WriteAllText(key.Pkcs8File, small.ExportPkcs8PrivateKeyPem());
        Assert.Throws<CryptographicException>(() => new DkimSigner(key.Options with { KeyFile = key.Pkcs8File }));
    }

    // The examples of RFC 6376 §3.4.5.
    [Fact]
    public void The_relaxed_form_is_that_of_the_standard()
    {
        Assert.Equal("a:X", Header("A: X"));
        Assert.Equal("b:Y Z", Header("B : Y\t\r\n\tZ  "));
        Assert.Equal(" C\r\nD E\r\n", Body(" C \r\nD \t E\r\n\r\n\r\n"));
        Assert.Equal("", Body("\r\n \r\n"));
        Assert.Equal("x\r\n", Body("x"));
        Assert.Equal("\r\n\r\n x y\r\n", Body(" \r\n\r\n\t x  y\r\n"));
    }

    private static string Header(string field) => Written(output => RelaxedForm.Header(Encoding.ASCII.GetBytes(field), output));

    private static string Body(string body) => Written(output => RelaxedForm.Body(Encoding.ASCII.GetBytes(body), output));

    private static string Written(Action<ArrayBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }
}
