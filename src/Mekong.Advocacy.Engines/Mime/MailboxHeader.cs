using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>A field that holds one mailbox: the name in any script, the address in ASCII.</summary>
internal static class MailboxHeader
{
    public static HeaderField Write(string field, Mailbox mailbox)
    {
        var name = HeaderGuard.Check(field, mailbox.Name ?? "").Trim();
        var address = EmailAddress.Parse(mailbox.Address).ToString();
        return new HeaderField(field).Name(name).Word(name.Length > 0 ? $"<{address}>" : address);
    }
}
