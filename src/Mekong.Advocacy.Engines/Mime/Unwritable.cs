using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Mime;

/// <summary>The fate of a message that the writer refused, before anyone else saw it.</summary>
internal static class Unwritable
{
    public static Handover Fate(EmailMessage message, ArgumentException why)
    {
        if (!EmailAddress.IsLegal(message.To.Address)) return new(Seams.Fate.BadAddress, "5.1.3", "The recipient's address cannot be written.");
        if (!EmailAddress.IsLegal(message.From.Address) || message.EnvelopeFrom.Length > 0 && !EmailAddress.IsLegal(message.EnvelopeFrom))
            return new(Seams.Fate.OurFault, "5.1.7", "The sender's address cannot be written.");
        return new(Seams.Fate.Refused, "5.6.0", why.Message);
    }
}
