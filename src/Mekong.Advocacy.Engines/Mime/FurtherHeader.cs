using System.Buffers;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>The header fields that the caller adds, in the caller's order.</summary>
internal static partial class FurtherHeader
{
    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Language", "Content-Type",
        "Content-Transfer-Encoding", "DKIM-Signature", "Bcc", "Return-Path",
    };

    /// <exception cref="ArgumentException">The field is one that only the writer may set, or its value would break out of it.</exception>
    public static void Check(string name, string value)
    {
        if (Ours.Contains(name)) throw new ArgumentException($"{name} is not for the caller to add.", nameof(name));
        HeaderGuard.CheckName(name);
        HeaderGuard.Check(name, value);
    }

    /// <exception cref="ArgumentException">As <see cref="Check"/> has it.</exception>
    public static void Write(string name, string value, ArrayBufferWriter<byte> output)
    {
        Check(name, value);
        if (name.Equals("Reply-To", StringComparison.OrdinalIgnoreCase) && OneMailbox().Match(value) is { Success: true } m)
        {
            MailboxHeader.Write(name, new Mailbox(m.Groups["address"].Value, m.Groups["name"].Value), output);
            return;
        }
        var field = new HeaderField(name, output);
        (HeaderText.IsAscii(value) ? field.Verbatim(value) : field.Unstructured(value)).End();
    }

    [GeneratedRegex("""^\s*"?(?<name>[^"<>@,]*?)"?\s*<?(?<address>[^<>",\s]+@[^<>",\s]+)>?\s*\z""")]
    private static partial Regex OneMailbox();
}
