using Mekong.Advocacy.Engines.Twilio;

namespace Mekong.Advocacy.Engines.TwilioSdk;

/// <summary>Stands between Twilio's client and the network: our base URL, our time limit, and a note of how far each request got.</summary>
internal sealed class TwilioHandler(TwilioOptions options) : DelegatingHandler(TwilioHttp.Lines(options))
{
    private const string Home = "api.twilio.com", Version = "/2010-04-01/";
    private const int LongestAnswer = 4 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = TwilioExchange.Current;
        request.RequestUri = Ours(request.RequestUri!);
        if (request.Content is { } form) request.Content = exchange.Form = new HandedOverContent(await form.ReadAsByteArrayAsync(exchange.Patience));
        var response = await base.SendAsync(request, exchange.Patience);
        try { await response.Content.LoadIntoBufferAsync(LongestAnswer, exchange.Patience); }
        catch (Exception e) when (!response.IsSuccessStatusCode && e is HttpRequestException or OperationCanceledException or IOException)
        {
            response.Content = new ByteArrayContent([]); // an error answer that breaks off: the status alone decides
        }
        return exchange.Response = response;
    }

    /// <summary>An address elsewhere would carry our token there.</summary>
    private Uri Ours(Uri asked) => asked.Host == Home && asked.AbsolutePath.StartsWith(Version, StringComparison.Ordinal)
        ? new Uri(options.Root + asked.PathAndQuery)
        : throw new HttpRequestException("Twilio's next page is on another host.");
}
