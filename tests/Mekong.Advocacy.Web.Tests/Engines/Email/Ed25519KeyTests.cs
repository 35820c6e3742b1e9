using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Mekong.Advocacy.Engines.Dkim;
using Mekong.Advocacy.Engines.Mime;

namespace Mekong.Advocacy.Web.Tests.Engines.Email;

/// <summary>The second signature.</summary>
public sealed class Ed25519KeyTests : IDisposable
{
    private const string Example = "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n d=football.example.com; i=@football.example.com;\r\n"
        + " q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n subject : date : message-id : from : subject : date;\r\n"
        + " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n b=";

    private static readonly string[] Fields =
    [
        "From: Joe SixPack <joe@football.example.com>", "To: Suzie Q <suzie@shopping.example.net>", "Subject: Is dinner ready?",
        "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)", "Message-ID: <20030712040037.46341.5F8J@football.example.com>",
    ];

    private readonly DkimKey key = new();

    public void Dispose() => key.Dispose();

    /// <summary>RFC 8463, appendix A.</summary>
    [Fact]
    public void The_example_of_the_standard_comes_out()
    {
        var signed = new ArrayBufferWriter<byte>();
        foreach (var field in Fields)
        {
            RelaxedForm.Header(Encoding.ASCII.GetBytes(field), signed);
            signed.Add("\r\n"u8);
        }
        RelaxedForm.Header(Encoding.ASCII.GetBytes(Example), signed);
        using var ed25519 = new Ed25519Key(key.EdFile);
        Assert.Equal("/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==", Convert.ToBase64String(ed25519.Sign(signed.WrittenSpan)));
    }

    [Fact]
    public void Two_signatures_stand_on_top_the_older_kind_first_and_are_the_same_every_time()
    {
        using var signer = new DkimSigner(key.Both);
        using var alone = new DkimSigner(key.Options);
        var message = MimeWriter.Write(Letters.In("km"));
        var signed = signer.Sign(message);
        Assert.Equal(signed, signer.Sign(message));
        var one = alone.Sign(message);
        Assert.Equal(one[..^message.Length], signed[..(one.Length - message.Length)]);
        Assert.StartsWith("DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed; d=mekong.example;\r\n s=ed2026;", Encoding.ASCII.GetString(signed.AsSpan(one.Length - message.Length)), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_of_key_is_refused_at_once() =>
        Assert.Throws<CryptographicException>(() => new DkimSigner(key.Options with { Second = new("x", key.Pkcs8File) }));
}
