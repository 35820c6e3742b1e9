using System.Buffers;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>Files beside the text: multipart/mixed (RFC 2046 §5.1.3) with the text as its first part, each file in base64 (RFC 2183 for its name).</summary>
internal static partial class AttachedFiles
{
    public static void Begin(ReadOnlySpan<byte> boundary, ArrayBufferWriter<byte> output) => output
        .Add("Content-Type: multipart/mixed;\r\n boundary=\""u8).Add(boundary).Add("\"\r\n\r\n--"u8).Add(boundary).Add("\r\n"u8);

    /// <exception cref="ArgumentException">Its name or type cannot be written as it is.</exception>
    public static void Check(Attachment file)
    {
        if (!Plain().IsMatch(file.FileName) || !MediaType().IsMatch(file.MediaType)) throw new ArgumentException($"No attachment can be called {file.FileName} or be of type {file.MediaType}.");
    }

    /// <exception cref="ArgumentException">A name or type cannot be written as it is.</exception>
    public static void Write(IEnumerable<Attachment> files, ReadOnlySpan<byte> boundary, ArrayBufferWriter<byte> output)
    {
        foreach (var file in files)
        {
            Check(file);
            output.Add("--"u8).Add(boundary).Add("\r\nContent-Type: "u8).Add(file.MediaType)
                .Add("\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n filename=\""u8).Add(file.FileName).Add("\"\r\n\r\n"u8);
            Base64Lines.Write(file.Content.Span, output);
            output.Add("\r\n"u8);
        }
        output.Add("--"u8).Add(boundary).Add("--\r\n"u8);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][\w.-]{0,59}\z", RegexOptions.ECMAScript)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A[a-z]+/[a-z0-9.+-]{1,60}\z")]
    private static partial Regex MediaType();
}
