using System.Globalization;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Engines.Twilio;
using Newtonsoft.Json;
using Twilio.Base;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest;
using Twilio.Rest.Api.V2010.Account;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Mekong.Advocacy.Engines.TwilioSdk;

/// <summary>Looks up what Twilio has on its books to a number, page by page without blocking a thread, as the client's own enumeration would.</summary>
internal sealed class TwilioSdkList(TwilioRestClient client, TwilioOptions options, TimeProvider clock)
{
    private const int PageSize = 100;
    private const int MostPages = 10;

    /// <exception cref="HttpRequestException">Twilio gave no full answer: nothing may be concluded from it.</exception>
    public async Task<IReadOnlyList<SmsTrace>> Since(string to, DateTimeOffset since, CancellationToken ct)
    {
        // By number only: the DateSent filters leave out a text that waits in the queue, and that is the one we look for.
        var found = new List<SmsTrace>();
        var from = DateTimeOffset.FromUnixTimeSeconds(since.ToUnixTimeSeconds()); // Twilio's dates have whole seconds
        var request = new Request(HttpMethod.Get, Domain.Api, $"/2010-04-01/Accounts/{options.AccountSid}/Messages.json");
        request.AddQueryParam("To", to);
        request.AddQueryParam("PageSize", PageSize.ToString(CultureInfo.InvariantCulture));
        for (var read = 0; read < MostPages; read++)
        {
            var page = await Page(request, ct);
            var traces = page.Records.Select(Trace).OfType<SmsTrace>().ToList();
            found.AddRange(traces.Where(t => t.CreatedAt >= from));
            if (!page.HasNextPage()) return found;
            if (traces.Count > 0 && traces.All(t => t.CreatedAt < from)) return found; // newest first: the rest is older still
            request = new Request(HttpMethod.Get, page.GetNextPageUrl(Domain.Api));
        }
        throw new HttpRequestException("Twilio's list is longer than anything we have sent to one number.");
    }

    private async Task<Page<MessageResource>> Page(Request request, CancellationToken ct)
    {
        using var exchange = TwilioExchange.Begin(options.RequestTimeout, clock);
        using var stop = ct.UnsafeRegister(_ => exchange.GiveUp(), null);
        try
        {
            var response = await client.RequestAsync(request);
            return Page<MessageResource>.FromJson("messages", response.Content);
        }
        catch (Exception e) when (e is TwilioException or JsonException or NullReferenceException or UriFormatException) // the third: no messages in it
        {
            ct.ThrowIfCancellationRequested();
            var status = exchange.Response?.StatusCode;
            throw new HttpRequestException(status is null ? "Twilio's list cannot be had." : $"Twilio's list answered {(int)status} and cannot be read.", e, status);
        }
    }

    private static SmsTrace? Trace(MessageResource message) =>
        message.Sid is { } sid && TwilioStatus.Of(message.Status?.ToString()) is { } status
            ? new SmsTrace(sid, message.Body ?? "", status, Created(message), message.ErrorCode?.ToString(CultureInfo.InvariantCulture))
            : null;

    private static DateTimeOffset Created(MessageResource message) => message.DateCreated switch
    {
        { Kind: DateTimeKind.Unspecified } date => new DateTimeOffset(date, TimeSpan.Zero),
        { } date => new DateTimeOffset(date.ToUniversalTime()),
        null => throw new HttpRequestException("Twilio's list has a date that cannot be read."),
    };
}
