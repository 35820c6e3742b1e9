using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using Mekong.Advocacy.Engines.Mime;

namespace Mekong.Advocacy.Engines.Dkim;

/// <summary>The DKIM-Signature field of one key.</summary>
/// <remarks>Without t=: the signing time would differ on a retry, and verifiers refuse one that lies in their future.</remarks>
internal sealed class DkimField(string domain, string selector, SigningKey key) : IDisposable
{
    private const int LineLength = 72;

    private readonly string selector = HeaderGuard.CheckToken("Selector", selector);
    private readonly ConcurrentDictionary<int, byte[]> beginnings = new(); // few: messages of one kind have the same fields

    /// <param name="found">The covered fields that the message has.</param>
    /// <param name="covered">Those fields in relaxed form; this one is added to them, as §3.7 wants it.</param>
    public void Write(int found, ReadOnlySpan<byte> bodyHash, ArrayBufferWriter<byte> covered, ArrayBufferWriter<byte> output)
    {
        var start = output.WrittenCount;
        output.Add(beginnings.GetOrAdd(found, Beginning)).Add(bodyHash).Add(";\r\n b="u8);
        RelaxedForm.Header(output.WrittenSpan[start..], covered);
        var signature = Convert.ToBase64String(key.Sign(covered.WrittenSpan)).AsSpan();
        for (; signature.Length > LineLength; signature = signature[LineLength..]) output.Add(signature[..LineLength]).Add("\r\n "u8);
        output.Add(signature).Add("\r\n"u8);
    }

    public void Dispose() => key.Dispose();

    private byte[] Beginning(int found) => Encoding.ASCII.GetBytes(
        $"DKIM-Signature: v=1; a={key.Algorithm}; c=relaxed/relaxed; d={domain};\r\n s={selector};\r\n h={CoveredFields.Listed(found)};\r\n bh=");
}
