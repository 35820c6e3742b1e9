using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>Looks up what Twilio has on its books to a number (operation ListMessage of twilio/twilio-oai, api_v2010).</summary>
internal sealed class TwilioList(
    HttpMessageInvoker http, Action<HttpRequestHeaders> identify, TwilioOptions options, Uri messages, TimeProvider clock)
{
    private const int PageSize = 100;
    private const int MostPages = 10;

    /// <exception cref="HttpRequestException">Twilio gave no full answer: nothing may be concluded from it.</exception>
    public async Task<IReadOnlyList<SmsTrace>> Since(string to, DateTimeOffset since, CancellationToken ct)
    {
        // By number only: the DateSent filters leave out a text that waits in the queue, and that is the one we look for.
        var found = new List<SmsTrace>();
        var from = DateTimeOffset.FromUnixTimeSeconds(since.ToUnixTimeSeconds()); // Twilio's dates have whole seconds
        var page = new Uri($"{messages}?To={Uri.EscapeDataString(to)}&PageSize={PageSize}");
        for (var read = 0; read < MostPages; read++)
        {
            var json = await Page(page, ct);
            if (!json.TryGetProperty("messages", out var list) || list.ValueKind is not JsonValueKind.Array)
                throw new HttpRequestException("Twilio's list has no messages in it.");
            var traces = list.EnumerateArray().Select(Trace).OfType<SmsTrace>().ToList();
            found.AddRange(traces.Where(t => t.CreatedAt >= from));
            if (json.Text("next_page_uri") is not { Length: > 0 } next) return found;
            if (traces.Count > 0 && traces.All(t => t.CreatedAt < from)) return found; // newest first: the rest is older still
            page = Next(next);
        }
        throw new HttpRequestException("Twilio's list is longer than anything we have sent to one number.");
    }

    private async Task<JsonElement> Page(Uri page, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(options.RequestTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            identify(request.Headers);
            using var response = await http.SendAsync(request, either.Token);
            if (!response.IsSuccessStatusCode)
                throw new HttpRequestException($"Twilio's list answered {(int)response.StatusCode}.", null, response.StatusCode);
            return TwilioJson.Parse(await response.Content.ReadAsStringAsync(either.Token))
                ?? throw new HttpRequestException("Twilio's list is not JSON.");
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new HttpRequestException("Twilio's list took too long.", e);
        }
    }

    /// <summary>Relative to the root as documented; an address elsewhere would carry our token there.</summary>
    private Uri Next(string next) => next.StartsWith("/2010-04-01/", StringComparison.Ordinal)
        ? new Uri(options.Root + next)
        : next.StartsWith($"{options.Root}/2010-04-01/", StringComparison.Ordinal)
            ? new Uri(next)
            : throw new HttpRequestException("Twilio's next page is on another host.");

    private static SmsTrace? Trace(JsonElement message) =>
        message.Text("sid") is { } sid && TwilioStatus.Of(message.Text("status")) is { } status
            ? new SmsTrace(sid, message.Text("body") ?? "", status, Created(message), Error(message))
            : null;

    private static string? Error(JsonElement message) => message.Int("error_code")?.ToString(CultureInfo.InvariantCulture);

    /// <summary>RFC 2822 §3.3, always in GMT, whatever the server's culture.</summary>
    private static DateTimeOffset Created(JsonElement message) =>
        DateTimeOffset.TryParseExact(message.Text("date_created"), ["ddd, d MMM yyyy HH:mm:ss zzz", "r"], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var created)
            ? created
            : throw new HttpRequestException("Twilio's list has a date that cannot be read.");
}
