namespace Mekong.Advocacy.Engines.Seams;

/// <summary>One text to one number.</summary>
/// <param name="To">E.164 with the plus.</param>
/// <param name="Body">At most 1,600 characters, zero-width spaces already taken out.</param>
/// <param name="Validity">How long the carrier may keep trying.</param>
public sealed record SmsMessage(string To, string Body, Uri? StatusCallback = null, TimeSpan? Validity = null);

/// <summary>A provider's word on a message, in rising rank: a later, lower one never moves it back.</summary>
public enum SmsStatus { Accepted, Scheduled, Queued, Sending, Sent, Undelivered, Failed, Canceled, Delivered, Read }

/// <summary>A message the provider has on its books.</summary>
public sealed record SmsTrace(string ProviderId, string Body, SmsStatus Status, DateTimeOffset CreatedAt, string? Error);

/// <summary>A verified status callback.</summary>
/// <param name="Fate">What an error number means for the contact point; null where there is no error.</param>
public sealed record SmsReport(string ProviderId, SmsStatus Status, string? Error, Fate? Fate);

/// <summary>A verified text that somebody sent us.</summary>
/// <param name="From">E.164 with the plus.</param>
/// <param name="Body">As it was typed.</param>
public sealed record SmsReceived(string ProviderId, string From, string To, string Body);

/// <summary>Hands texts to an SMS provider and understands what it says of them afterwards.</summary>
public interface ISmsTransport
{
    /// <summary>How many requests may be under way at once.</summary>
    int Connections { get; }

    /// <summary>Hands one text over and tells its fate; throws only when <paramref name="ct"/> ended it before the request was sent.</summary>
    Task<Handover> Send(SmsMessage message, CancellationToken ct);

    /// <summary>What the provider has to this number since an instant: settles an ambiguous hand-over without a second send.</summary>
    Task<IReadOnlyList<SmsTrace>> Find(string to, DateTimeOffset since, CancellationToken ct);

    /// <summary>Reads a status callback; null when its signature is not the provider's.</summary>
    /// <param name="url">The public URL that the provider was given, with its query.</param>
    SmsReport? ReadReport(string url, IReadOnlyList<KeyValuePair<string, string>> form, string? signature);

    /// <summary>Reads a text that came in; null when its signature is not the provider's, or it is none.</summary>
    /// <param name="url">The public URL that the provider was given, with its query.</param>
    SmsReceived? ReadText(string url, IReadOnlyList<KeyValuePair<string, string>> form, string? signature);
}
