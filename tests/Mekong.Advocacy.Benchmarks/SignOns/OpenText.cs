using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Benchmarks.Serving;

namespace Mekong.Advocacy.Benchmarks.SignOns;

/// <summary>A statement that can be signed: written, frozen and approved over the API by two accounts, open from this minute on.</summary>
/// <param name="Hash">Of its English text, which everybody signs.</param>
internal sealed record OpenText(Guid Id, string Hash)
{
    private const string Zone = "Asia/Phnom_Penh";

    private static readonly string Body = string.Join("\n\n", Enumerable.Repeat(
        "Workers who were promised **minimum wages** have waited for months. We ask the ministry to pay what is owed, to name the employers who keep papers back, and to hear the unions before the next hearing.", 12));

    public static async Task<OpenText> Make(Installation office, Uri url, CancellationToken ct)
    {
        using var desk = office.Desk(url);
        using var approver = new HttpClient { BaseAddress = url, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", office.ApproverToken) } };
        var now = TimeProvider.System.GetUtcNow();
        var id = (await Post(desk.Coordinator, "", new
        {
            name = "Pay the wages",
            texts = new { en = new { title = "Pay the wages", body = Body, role = "authentic" }, km = new { title = "សូមបើកប្រាក់ឈ្នួល", body = Body, role = "authentic" } },
            addressees = new[] { new { key = "labour", office = "Ministry of Labour", language = "en" } },
            opensAt = Local(now),
            closesAt = Local(now.AddDays(10)),
            zone = Zone,
            outside = true,
            individuals = true,
        }, ct)).GetProperty("id").GetGuid();
        await Post(desk.Coordinator, $"/{id}/freeze", new { }, ct);
        var texts = (await Read(desk.Coordinator, id, ct)).GetProperty("texts").EnumerateArray().ToDictionary(text => text.GetProperty("language").GetString()!, text => text.GetProperty("hash").GetString()!);
        foreach (var (language, hash) in texts) await Post(approver, $"/{id}/approval", new { language, hash }, ct);
        await Until.Sees("the statement opens", TimeSpan.FromSeconds(90),
            async () => (await Read(desk.Coordinator, id, ct)).GetProperty("statement").GetProperty("stage").GetString(), stage => stage == "open", ct, everyMs: 100);
        return new(id, texts["en"]);
    }

    private static string Local(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    private static Task<JsonElement> Read(HttpClient http, Guid id, CancellationToken ct) => http.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/statements/{id}", UriKind.Relative), ct);

    private static async Task<JsonElement> Post(HttpClient http, string path, object body, CancellationToken ct)
    {
        using var response = await http.PostAsJsonAsync(new Uri($"/api/v1/statements{path}", UriKind.Relative), body, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        if (!response.IsSuccessStatusCode) throw new BenchException($"POST {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
