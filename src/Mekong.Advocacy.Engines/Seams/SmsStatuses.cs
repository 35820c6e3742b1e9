namespace Mekong.Advocacy.Engines.Seams;

/// <summary>How a provider's words about one message follow each other, though they arrive doubled, late and in any order.</summary>
public static class SmsStatuses
{
    /// <summary>No further word is expected, but for "read" after "delivered".</summary>
    public static bool IsFinal(this SmsStatus status) => status >= SmsStatus.Undelivered;

    /// <summary>
    /// Whether a new word moves the message on. Before the end a higher rank does; at the end only reading follows delivery, so
    /// a message that was reported as failed is not later reported as arrived, nor the other way round.
    /// </summary>
    public static bool Supersedes(SmsStatus old, SmsStatus @new) =>
        old.IsFinal() ? (old, @new) is (SmsStatus.Delivered, SmsStatus.Read) : @new > old;
}
