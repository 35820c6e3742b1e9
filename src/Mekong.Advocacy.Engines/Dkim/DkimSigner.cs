using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Mekong.Advocacy.Engines.Mime;

namespace Mekong.Advocacy.Engines.Dkim;

/// <summary>Signs written messages, relaxed/relaxed (RFC 6376), with one key or with two; the same message gets the same signatures.</summary>
internal sealed class DkimSigner : IDisposable
{
    [ThreadStatic] private static ArrayBufferWriter<byte>? canonical;

    private readonly DkimField[] fields;

    /// <exception cref="CryptographicException">A key cannot sign or is too short to be believed.</exception>
    public DkimSigner(DkimOptions options)
    {
        HeaderGuard.CheckToken("Domain", options.Domain);
        var rsa = new DkimField(options.Domain, options.Selector, new RsaKey(options.KeyFile));
        fields = options.Second is null ? [rsa] : [rsa, new DkimField(options.Domain, options.Second.Selector, new Ed25519Key(options.Second.KeyFile))];
    }

    /// <summary>The same message with its signatures on top.</summary>
    public byte[] Sign(byte[] message)
    {
        var output = new ArrayBufferWriter<byte>(message.Length + 2048);
        Sign(message, output);
        return output.Add(message).WrittenSpan.ToArray();
    }

    /// <summary>Writes what belongs on top of a message: one DKIM-Signature field for each key.</summary>
    public void Sign(ReadOnlySpan<byte> message, ArrayBufferWriter<byte> output)
    {
        var scratch = canonical ??= new ArrayBufferWriter<byte>(16 * 1024);
        var end = message.IndexOf("\r\n\r\n"u8);
        Span<byte> bodyHash = stackalloc byte[44];
        HashBody(message[(end + 4)..], scratch, bodyHash);
        scratch.ResetWrittenCount();
        var found = CoveredFields.Write(message[..end], scratch);
        var covered = scratch.WrittenCount;
        foreach (var field in fields)
        {
            field.Write(found, bodyHash, scratch, output);
            if (fields.Length == 1) break;
            var header = scratch.WrittenSpan[..covered].ToArray(); // the next signature covers the same, but not this one
            scratch.ResetWrittenCount();
            scratch.Add(header);
        }
    }

    public void Dispose()
    {
        foreach (var field in fields) field.Dispose();
    }

    private static void HashBody(ReadOnlySpan<byte> body, ArrayBufferWriter<byte> scratch, Span<byte> base64)
    {
        scratch.ResetWrittenCount();
        RelaxedForm.Body(body, scratch);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(scratch.WrittenSpan, hash);
        Base64.EncodeToUtf8(hash, base64, out _, out _);
    }
}
