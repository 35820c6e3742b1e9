using System.Buffers;
using System.Net.Http.Headers;
using System.Text;

namespace Mekong.Advocacy.Engines.Twilio;

/// <summary>The connections to Twilio and what can be said of one that failed.</summary>
internal static class TwilioHttp
{
    private const int LongestError = 64 * 1024;

    /// <summary>The lines that sending and looking up share.</summary>
    public static SocketsHttpHandler Lines(TwilioOptions options) => new()
    {
        AllowAutoRedirect = false, // the Authorization header and the text go to the named host only
        UseCookies = false,
        ActivityHeadersPropagator = null, // nobody there follows our traces
        MaxConnectionsPerServer = options.Connections,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that a change of DNS is noticed
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30), // below the server's own, or an idle line breaks under a text
    };

    /// <summary>A request as all of ours are: each carries its own time limit, none a header that is made twice.</summary>
    public static Action<HttpRequestHeaders> Headers(TwilioOptions options)
    {
        var credentials = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}"))}";
        return headers =>
        {
            headers.TryAddWithoutValidation("Authorization", credentials);
            headers.TryAddWithoutValidation("Accept", "application/json");
            headers.TryAddWithoutValidation("User-Agent", "Mekong.Advocacy/1");
        };
    }

    /// <summary>Reads the answer, at most 64 KB of it; of an error answer that breaks off, what was read so far is dropped.</summary>
    public static async Task<TwilioMessage> Answer(HttpResponseMessage response, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LongestError);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(ct);
            var read = await stream.ReadAtLeastAsync(buffer.AsMemory(0, LongestError), LongestError, throwOnEndOfStream: false, ct);
            return TwilioMessage.Read(buffer.AsSpan(0, read));
        }
        catch (Exception e) when (!response.IsSuccessStatusCode && e is HttpRequestException or OperationCanceledException or IOException)
        {
            return default; // the status alone decides
        }
        finally { ArrayPool<byte>.Shared.Return(buffer); }
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
