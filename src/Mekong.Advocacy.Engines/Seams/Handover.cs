namespace Mekong.Advocacy.Engines.Seams;

/// <summary>What became of one message at the moment it was handed to the next server or provider.</summary>
public enum Fate
{
    /// <summary>They answered that they have it.</summary>
    Accepted,

    /// <summary>Nobody took the call (no connection, no greeting): nothing was handed over, and it is not this message's fault.</summary>
    Unreachable,

    /// <summary>Not now (SMTP 4xx, HTTP 429 and 5xx that is known not to have been processed): try later.</summary>
    Deferred,

    /// <summary>No, for good, but nothing is known against the recipient's address.</summary>
    Refused,

    /// <summary>No, for good: this address or number does not work. It is suppressed.</summary>
    BadAddress,

    /// <summary>No, for good: the recipient told the carrier to stop. It is suppressed.</summary>
    OptedOut,

    /// <summary>Messages to this country are not carried (permission or route). The country stops, the others go on.</summary>
    RouteClosed,

    /// <summary>We are at fault (authentication, policy 5.7.x, funds, sender): the campaign pauses, no recipient suffers.</summary>
    OurFault,

    /// <summary>The line broke after everything was handed over: they may have it or not. Never reported as failed.</summary>
    Ambiguous,
}

/// <summary>The fate of one hand-over, with the other side's words and names for it.</summary>
/// <param name="Reason">Stable short code: the enhanced status ("5.1.1"), the provider's error number ("21610") or a word of ours.</param>
/// <param name="Reply">The other side's reply for the record, at most 500 characters, without the recipient's address.</param>
/// <param name="ProviderId">The provider's id of the message, where it gave one.</param>
/// <param name="RetryAfter">How long they asked us to wait.</param>
public sealed record Handover(Fate Fate, string Reason, string Reply, string? ProviderId = null, TimeSpan? RetryAfter = null);
