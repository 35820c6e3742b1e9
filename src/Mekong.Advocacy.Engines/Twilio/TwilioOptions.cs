namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>How to reach a Twilio account and in whose name to send.</summary>
/// <param name="MessagingServiceSid">Sender pool to send from; where null, <paramref name="From"/> must be given.</param>
/// <param name="From">One number or alphanumeric sender; ignored where a messaging service is given.</param>
/// <param name="BaseUrl">Default https://api.twilio.com. Plain http is allowed on this machine only.</param>
/// <param name="Connections">How many requests may be under way at once.</param>
/// <param name="PublicUrl">Our site as Twilio sees it: completes relative callback URLs and replaces the host behind a proxy.</param>
public sealed record TwilioOptions(
    string AccountSid,
    string AuthToken,
    string? MessagingServiceSid,
    string? From,
    Uri? BaseUrl = null,
    int Connections = 20,
    Uri? PublicUrl = null)
{
    /// <summary>How long one request may take, from the first try to connect to the end of the answer.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Asks Twilio to keep neither text nor full number (ContentRetention=discard, AddressRetention=obfuscate). Off by default:
    /// <see cref="Seams.ISmsTransport.Find"/> is asked by number and its traces are told apart by body, so with this on an
    /// ambiguous hand-over can no longer be settled.
    /// </summary>
    public bool KeepNothing { get; init; }

    internal string Root => (BaseUrl?.AbsoluteUri ?? "https://api.twilio.com").TrimEnd('/');

    /// <summary>A callback's address as Twilio has to know it.</summary>
    internal string Public(Uri callback)
    {
        if (callback.IsAbsoluteUri) return callback.AbsoluteUri;
        return PublicUrl is { } site
            ? new Uri(site, callback).AbsoluteUri
            : throw new InvalidOperationException("A relative status callback needs TwilioOptions.PublicUrl.");
    }

    /// <exception cref="ArgumentException">The options cannot work or would show the token to an eavesdropper.</exception>
    internal TwilioOptions Checked()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(AccountSid);
        ArgumentException.ThrowIfNullOrWhiteSpace(AuthToken);
        ArgumentOutOfRangeException.ThrowIfLessThan(Connections, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(RequestTimeout, TimeSpan.Zero);
        if (string.IsNullOrWhiteSpace(MessagingServiceSid) && string.IsNullOrWhiteSpace(From))
            throw new ArgumentException("Twilio needs a messaging service or a sender.");
        var root = new Uri(Root);
        if (root.Scheme != Uri.UriSchemeHttps && !(root.Scheme == Uri.UriSchemeHttp && root.IsLoopback))
            throw new ArgumentException("Twilio is called by https; plain http is for this machine only.");
        return this;
    }

    /// <summary>Without the token: options end up in logs.</summary>
    public override string ToString() => $"Twilio account {AccountSid} at {Root}";
}
