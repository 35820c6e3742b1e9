using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Twilio;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Security;
using Twilio.Types;

namespace Mekong.Advocacy.Engines.TwilioSdk;

/// <summary>Sends texts through Twilio's own client. What its exceptions leave out (how far a request got, Retry-After), our handler notes.</summary>
internal sealed class TwilioSdkSms : ISmsTransport, IDisposable
{
    private readonly TwilioOptions options;
    private readonly TimeProvider clock;
    private readonly System.Net.Http.HttpClient http;
    private readonly TwilioRestClient client;
    private readonly RequestValidator validator;

    public TwilioSdkSms(TwilioOptions options, TimeProvider clock)
    {
        (this.options, this.clock) = (options, clock);
        http = new(new TwilioHandler(options)) { Timeout = Timeout.InfiniteTimeSpan }; // each exchange has its own
        client = new TwilioRestClient(options.AccountSid, options.AuthToken, httpClient: new SystemNetHttpClient(http));
        validator = new RequestValidator(options.AuthToken);
    }

    public int Connections => options.Connections;

    public async Task<Handover> Send(SmsMessage message, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!E164.IsValid(message.To)) return new Handover(Fate.BadAddress, "21211", "Not a number in E.164 form; nothing was sent.");
        using var exchange = TwilioExchange.Begin(options.RequestTimeout, clock);
        // Once the text is on its way the answer is waited for: stopping then would only make the outcome unknown.
        using var stop = ct.UnsafeRegister(_ => { if (!exchange.Begun) exchange.GiveUp(); }, null);
        try
        {
            var taken = await MessageResource.CreateAsync(Form(message), client);
            return Read(exchange, new TwilioMessage(taken.Sid, taken.Status?.ToString(), null, null), message.To);
        }
        catch (ApiException e) when (exchange.Response is not null)
        {
            // Without a status of its own it is no answer of Twilio's API: a gateway's page, or a success that cannot be read.
            return Read(exchange, e.Status == 0 ? default : new TwilioMessage(null, null, e.Code == 0 ? null : e.Code, e.Message), message.To);
        }
        catch (ApiStandardException e) when (exchange.Response is not null)
        {
            return Read(exchange, new TwilioMessage(null, null, e.Code == 0 ? null : e.Code, e.Message), message.To);
        }
        catch (ApiConnectionException e)
        {
            var reason = TwilioHttp.Reason(e.InnerException ?? e);
            if (exchange.Begun) return new Handover(Fate.Ambiguous, reason, "The line broke before Twilio's answer was read.");
            ct.ThrowIfCancellationRequested();
            return new Handover(Fate.Unreachable, reason, "No connection to Twilio; nothing was sent.");
        }
    }

    public Task<IReadOnlyList<SmsTrace>> Find(string to, DateTimeOffset since, CancellationToken ct) =>
        new TwilioSdkList(client, options, clock).Since(to, since, ct);

    public SmsReport? ReadReport(string url, IReadOnlyList<KeyValuePair<string, string>> form, string? signature) =>
        TwilioSdkSignature.IsGenuine(validator, options, url, form, signature) ? TwilioReport.Read(form) : null;

    public SmsReceived? ReadText(string url, IReadOnlyList<KeyValuePair<string, string>> form, string? signature) =>
        TwilioSdkSignature.IsGenuine(validator, options, url, form, signature) ? TwilioReport.ReadText(form) : null;

    public void Dispose() => http.Dispose();

    private Handover Read(TwilioExchange exchange, TwilioMessage answer, string to) =>
        TwilioAnswer.Read(exchange.Response!, answer, to, clock.GetUtcNow());

    private CreateMessageOptions Form(SmsMessage message)
    {
        var form = new CreateMessageOptions(new PhoneNumber(message.To)) { Body = message.Body };
        if (string.IsNullOrWhiteSpace(options.MessagingServiceSid)) form.From = new PhoneNumber(options.From);
        else form.MessagingServiceSid = options.MessagingServiceSid;
        if (message.StatusCallback is { } callback) form.StatusCallback = new Uri(options.Public(callback));
        if (message.Validity is { } validity) form.ValidityPeriod = TwilioForm.Seconds(validity);
        if (options.KeepNothing)
            (form.ContentRetention, form.AddressRetention) = (MessageResource.ContentRetentionEnum.Discard, MessageResource.AddressRetentionEnum.Obfuscate);
        return form;
    }
}
