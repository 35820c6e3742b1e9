using System.Buffers;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>A field that holds one mailbox: the name in any script, the address in ASCII.</summary>
internal static class MailboxHeader
{
    public static void Write(string field, Mailbox mailbox, ArrayBufferWriter<byte> output)
    {
        var name = HeaderGuard.Check(field, mailbox.Name ?? "").Trim();
        var address = EmailAddress.Written(mailbox.Address);
        new HeaderField(field, output).Name(name).Word(name.Length > 0 ? $"<{address}>" : address).End();
    }
}
