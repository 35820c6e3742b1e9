using System.Security.Cryptography;
using System.Text;
using Mekong.Advocacy.Engines.Mime;

namespace Mekong.Advocacy.Engines.Dkim;

/// <summary>Signs written messages with rsa-sha256, relaxed/relaxed (RFC 6376); the same message gets the same signature.</summary>
internal sealed class DkimSigner : IDisposable
{
    // Subject and From once more than they occur: a second one added on the way breaks the signature (§8.15).
    // RFC 8058 §4 asks for both List-Unsubscribe fields.
    private static readonly string[] Covered =
    [
        "From", "From", "To", "Subject", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Language",
        "List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "Reply-To", "List-Help", "Feedback-ID",
    ];

    private readonly DkimOptions options;
    private readonly ThreadLocal<RSA> key;

    /// <exception cref="CryptographicException">The key cannot sign or is too short to be believed (RFC 8301 §3.2).</exception>
    public DkimSigner(DkimOptions options)
    {
        this.options = options;
        HeaderGuard.CheckToken("Domain", options.Domain);
        HeaderGuard.CheckToken("Selector", options.Selector);
        var pem = File.ReadAllText(options.KeyFile);
        key = new ThreadLocal<RSA>(() => Import(pem), trackAllValues: true);
        if (key.Value!.KeySize < 1024) throw new CryptographicException("A DKIM key has 1,024 bits or more.");
        Signature([]);
    }

    /// <summary>The same message with its DKIM-Signature on top.</summary>
    /// <remarks>Without t=: the signing time would differ on a retry, and verifiers refuse one that lies in their future.</remarks>
    public byte[] Sign(byte[] message)
    {
        var end = message.AsSpan().IndexOf("\r\n\r\n"u8);
        var headers = HeaderList.Parse(Encoding.ASCII.GetString(message, 0, end));
        var names = Covered.Where(headers.Has).ToList();
        var bodyHash = Convert.ToBase64String(SHA256.HashData(RelaxedForm.Body(message.AsSpan(end + 4))));
        var value = $" v=1; a=rsa-sha256; c=relaxed/relaxed; d={options.Domain};\r\n s={options.Selector};"
            + $"\r\n h={Folded(names)};\r\n bh={bodyHash};\r\n b=";
        var signed = new StringBuilder();
        foreach (var name in names.Distinct())
        {
            var (field, text) = headers.Last(name);
            signed.Append(RelaxedForm.Header(field, text)).Append("\r\n");
        }
        signed.Append(RelaxedForm.Header("DKIM-Signature", value));
        var signature = Convert.ToBase64String(Signature(Encoding.ASCII.GetBytes(signed.ToString())));
        var cut = string.Join("\r\n ", signature.Chunk(72).Select(c => new string(c)));
        return [.. Encoding.ASCII.GetBytes($"DKIM-Signature:{value}{cut}\r\n"), .. message];
    }

    public void Dispose()
    {
        foreach (var rsa in key.Values) rsa.Dispose();
        key.Dispose();
    }

    private byte[] Signature(byte[] data) => key.Value!.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static RSA Import(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return rsa;
    }

    private static string Folded(IEnumerable<string> names) =>
        string.Join(":\r\n ", names.Chunk(4).Select(some => string.Join(':', some)));
}
