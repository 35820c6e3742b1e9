using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Benchmarks.Measuring;

namespace Mekong.Advocacy.Benchmarks.Serving;

/// <summary>Somebody with a browser: signs in by a one-time link.</summary>
internal static partial class Visitor
{
    /// <exception cref="BenchException">The link does not open the door.</exception>
    public static async Task<HttpClient> SignIn(Uri url, string link, CancellationToken ct)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = url };
        var path = new Uri(link, UriKind.Relative);
        var page = await http.GetStringAsync(path, ct);
        using var form = new FormUrlEncodedContent(Hidden().Matches(page).Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))));
        using var answer = await http.PostAsync(path, form, ct);
        return answer.StatusCode == HttpStatusCode.Redirect ? http : throw new BenchException($"Signing in: {(int)answer.StatusCode}");
    }

    [GeneratedRegex("""<input(?=[^>]*type="hidden")[^>]*name="([^"]+)"[^>]*value="([^"]*)""")]
    private static partial Regex Hidden();
}
