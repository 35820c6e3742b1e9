using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Mekong.Advocacy.Benchmarks.Measuring;

namespace Mekong.Advocacy.Benchmarks.Serving;

/// <summary>A coordinator and an approver at work over the API.</summary>
internal sealed class Desk : IDisposable
{
    private readonly HttpClient coordinator, approver;

    public Desk(Uri url, string coordinatorToken, string approverToken) => (coordinator, approver) = (Client(url, coordinatorToken), Client(url, approverToken));

    public HttpClient Coordinator => coordinator;

    /// <summary>An alert that only needs its hour.</summary>
    public async Task<Guid> Approved(object alert, CancellationToken ct)
    {
        var drafted = await Post(coordinator, "", alert, ct);
        var (id, hash) = (drafted.GetProperty("id").GetGuid(), drafted.GetProperty("contentHash").GetString());
        await Post(coordinator, $"/{id}/approval-request", new { }, ct);
        await Post(approver, $"/{id}/approval", new { contentHash = hash }, ct);
        return id;
    }

    public Task Schedule(Guid alert, CancellationToken ct) => Post(coordinator, $"/{alert}/schedule", new { at = "now" }, ct);

    /// <summary>How many of an alert's messages are in a state, as its report says.</summary>
    public async Task<Dictionary<string, long>> Counts(Guid alert, CancellationToken ct)
    {
        var answer = await coordinator.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/alerts/{alert}", UriKind.Relative), ct);
        return answer.GetProperty("counts").EnumerateObject().Where(count => count.Value.ValueKind == JsonValueKind.Number).ToDictionary(count => count.Name, count => count.Value.GetInt64());
    }

    public void Dispose()
    {
        coordinator.Dispose();
        approver.Dispose();
    }

    private static HttpClient Client(Uri url, string token) => new()
    {
        BaseAddress = url,
        Timeout = TimeSpan.FromMinutes(5),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    private static async Task<JsonElement> Post(HttpClient http, string path, object body, CancellationToken ct)
    {
        using var response = await http.PostAsJsonAsync(new Uri($"/api/v1/alerts{path}", UriKind.Relative), body, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        if (!response.IsSuccessStatusCode) throw new BenchException($"POST {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
