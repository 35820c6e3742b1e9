using System.Globalization;
using Mekong.Advocacy.Engines.Twilio;

namespace Mekong.Advocacy.Engines.TwilioSdk;

/// <summary>
/// One request and its answer, beside the client, which takes no CancellationToken and whose exceptions tell neither how far a request
/// got nor when to come again. It goes with the flow of the call.
/// </summary>
internal sealed class TwilioExchange : IDisposable
{
    private static readonly AsyncLocal<TwilioExchange?> Here = new();

    private readonly CancellationTokenSource patience;

    private TwilioExchange(TimeSpan limit, TimeProvider clock) => patience = new CancellationTokenSource(limit, clock);

    /// <exception cref="InvalidOperationException">Nobody began one.</exception>
    public static TwilioExchange Current => Here.Value ?? throw new InvalidOperationException("A request to Twilio is part of an exchange.");

    public CancellationToken Patience => patience.Token;

    /// <summary>The form that is being handed over; null before it is.</summary>
    public HandedOverContent? Form { get; set; }

    /// <summary>Its status and headers; null while there is no answer.</summary>
    public HttpResponseMessage? Response { get; set; }

    /// <summary>The text had begun to leave.</summary>
    public bool Begun => Form is { Begun: true };

    /// <summary>From here on in the caller's flow. The client looks for a space in the words of the culture, and in Thai it finds none.</summary>
    public static TwilioExchange Begin(TimeSpan limit, TimeProvider clock)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture; // goes no further than the async method that asks
        return Here.Value = new TwilioExchange(limit, clock);
    }

    public void GiveUp() => patience.Cancel();

    public void Dispose()
    {
        Here.Value = null;
        Response?.Dispose();
        patience.Dispose();
    }
}
