using System.Net.Http.Headers;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>Sends texts through Twilio's REST API, version 2010-04-01.</summary>
internal sealed class TwilioSms(TwilioOptions options, TimeProvider clock) : ISmsTransport, IDisposable
{
    private readonly HttpMessageInvoker http = new(TwilioHttp.Lines(options));
    private readonly Action<HttpRequestHeaders> identify = TwilioHttp.Headers(options);
    private readonly TwilioForm forms = new(options);
    private readonly Uri messages = new($"{options.Root}/2010-04-01/Accounts/{options.AccountSid}/Messages.json");

    public int Connections => options.Connections;

    public async Task<Handover> Send(SmsMessage message, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!E164.IsValid(message.To)) return new Handover(Fate.BadAddress, "21211", "Not a number in E.164 form; nothing was sent.");

        using var form = new HandedOverContent(forms.Of(message));
        using var request = new HttpRequestMessage(HttpMethod.Post, messages) { Content = form };
        identify(request.Headers);
        using var patience = new CancellationTokenSource(options.RequestTimeout, clock);
        // Once the text is on its way the answer is waited for: stopping then would only make the outcome unknown.
        using var stop = ct.UnsafeRegister(_ => { if (!form.Begun) patience.Cancel(); }, null);
        try
        {
            using var response = await http.SendAsync(request, patience.Token);
            return TwilioAnswer.Read(response, await TwilioHttp.Answer(response, patience.Token), message.To, clock.GetUtcNow());
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            if (form.Begun) return new Handover(Fate.Ambiguous, TwilioHttp.Reason(e), "The line broke before Twilio's answer was read.");
            ct.ThrowIfCancellationRequested();
            return new Handover(Fate.Unreachable, TwilioHttp.Reason(e), "No connection to Twilio; nothing was sent.");
        }
    }

    public Task<IReadOnlyList<SmsTrace>> Find(string to, DateTimeOffset since, CancellationToken ct) =>
        new TwilioList(http, identify, options, messages, clock).Since(to, since, ct);

    public SmsReport? ReadReport(string url, IReadOnlyList<KeyValuePair<string, string>> form, string? signature) =>
        TwilioSignature.IsGenuine(options, url, form, signature) ? TwilioReport.Read(form) : null;

    public SmsReceived? ReadText(string url, IReadOnlyList<KeyValuePair<string, string>> form, string? signature) =>
        TwilioSignature.IsGenuine(options, url, form, signature) ? TwilioReport.ReadText(form) : null;

    public void Dispose() => http.Dispose();
}
