using System.Net.Http.Json;
using System.Text.Json;

namespace Mekong.Advocacy.Drills.Running;

/// <summary>The platform's own numbers of one alert.</summary>
internal sealed record Tally(string Stage, string Reason, long Audience, long Queued, long Attempted, long Sent, long Delivered, long Failed, long Suppressed, long Expired)
{
    public bool AddsUp => Audience == Queued + Attempted + Sent + Failed + Suppressed + Expired;
}

/// <summary>One alert as its coordinators see it over the API.</summary>
internal sealed class Campaign(HttpClient coordinator, Guid id)
{
    public Guid Id { get; } = id;

    public async Task Does(string what, object? body, CancellationToken ct, HttpClient? by = null)
    {
        using var answer = await (by ?? coordinator).PostAsync(new Uri($"api/v1/alerts/{Id}/{what}", UriKind.Relative), body is null ? null : JsonContent.Create(body), ct);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{what}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}");
    }

    public async Task<Tally> Now(CancellationToken ct)
    {
        var json = await coordinator.GetFromJsonAsync<JsonElement>(new Uri($"api/v1/alerts/{Id}", UriKind.Relative), ct);
        var counts = json.GetProperty("counts");
        long Of(string name) => counts.GetProperty(name).GetInt64();
        return new(
            json.GetProperty("stage").GetString()!, json.TryGetProperty("pauseReason", out var reason) ? reason.GetString() ?? "" : "",
            Of("audience"), Of("queued"), Of("attempted"), Of("sent"), Of("delivered"), Of("failed"), Of("suppressed"), Of("expired"));
    }

    public Task<Tally> Is(string stage, double seconds, CancellationToken ct) => Sees(now => now.Stage == stage, $"the alert is {stage}", seconds, ct);

    public Task<Tally> Sees(Func<Tally, bool> enough, string what, double seconds, CancellationToken ct) => Until.Sees(() => NowOrLast(ct), enough, what, seconds, ct, 500);

    private Tally last = new("", "", 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>While the database is away nobody can say; what was seen last stands.</summary>
    private async Task<Tally> NowOrLast(CancellationToken ct)
    {
        try { return last = await Now(ct); }
        catch (HttpRequestException) { return last; }
    }
}
