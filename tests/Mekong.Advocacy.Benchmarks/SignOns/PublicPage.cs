using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Benchmarks.Measuring;

namespace Mekong.Advocacy.Benchmarks.SignOns;

/// <summary>A reader of the statement's public page, with a browser that takes it compressed.</summary>
internal sealed partial class PublicPage(Uri url, Guid statement, string language = "en") : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 32 }) { BaseAddress = url, DefaultRequestHeaders = { { "Accept-Encoding", "br" } } };
    private readonly Uri path = new($"/{language}/statements/{statement}", UriKind.Relative);

    /// <summary>The page as it travels.</summary>
    public async Task<byte[]> Packed(CancellationToken ct)
    {
        using var response = await http.GetAsync(path, ct);
        return response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadAsByteArrayAsync(ct) : throw new BenchException($"{path}: {(int)response.StatusCode}");
    }

    /// <summary>How many organisations it says have signed.</summary>
    public async Task<int> Count(CancellationToken ct) => CountOn(await Packed(ct));

    public static int CountOn(byte[] packed)
    {
        using var unpacked = new StreamReader(new System.IO.Compression.BrotliStream(new MemoryStream(packed), System.IO.Compression.CompressionMode.Decompress));
        var html = unpacked.ReadToEnd();
        return Tally().Match(html) is { Success: true } tally ? int.Parse(tally.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            : throw new BenchException("The page tells no count.");
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("""class="tally"><strong>[^<0-9]*([0-9,]+)""")]
    private static partial Regex Tally();
}
