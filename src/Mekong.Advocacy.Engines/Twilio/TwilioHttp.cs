using System.Net.Http.Headers;
using System.Text;

namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>The connections to Twilio and what can be said of one that failed.</summary>
internal static class TwilioHttp
{
    private const int LongestError = 64 * 1024;

    public static HttpClient Client(TwilioOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // the Authorization header and the text go to the named host only
            UseCookies = false,
            MaxConnectionsPerServer = options.Connections,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that a change of DNS is noticed
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30), // below the server's own, or an idle line breaks under a text
        };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}"));
        return new HttpClient(handler)
        {
            Timeout = Timeout.InfiniteTimeSpan, // each request carries its own
            DefaultRequestHeaders =
            {
                Authorization = new AuthenticationHeaderValue("Basic", credentials),
                Accept = { new MediaTypeWithQualityHeaderValue("application/json") },
                UserAgent = { new ProductInfoHeaderValue("Mekong.Advocacy", "1") },
            },
        };
    }

    /// <summary>The answer's text, at most 64 KB of it; for an error answer that breaks off, what was read so far is dropped.</summary>
    public static async Task<string> Body(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(ct);
            var buffer = new byte[LongestError];
            var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
            return Encoding.UTF8.GetString(buffer, 0, read);
        }
        catch (Exception e) when (!response.IsSuccessStatusCode && e is HttpRequestException or OperationCanceledException or IOException)
        {
            return ""; // the status alone decides
        }
    }

    public static string Reason(Exception e) => e switch
    {
        OperationCanceledException => "timeout",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "no-such-host",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "tls-failed",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "no-connection",
        _ => "connection-lost",
    };
}
