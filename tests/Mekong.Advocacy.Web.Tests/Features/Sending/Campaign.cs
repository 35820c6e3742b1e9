using System.Text.Json;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>The platform's own numbers of one alert.</summary>
internal sealed record Tally(string Stage, long Audience, long Queued, long Attempted, long Sent, long Delivered, long Failed, long Suppressed, long Expired)
{
    public bool AddsUp => Audience == Queued + Attempted + Sent + Failed + Suppressed + Expired;
}

/// <summary>One row of the ledger.</summary>
internal sealed record Row(
    long Id, Guid ContactPointId, string Channel, string Country, string? Language, string State, string? Reason, string? Reply, int Attempts, string? ProviderId, string? ProviderStatus);

/// <summary>One alert as its coordinators see it.</summary>
internal sealed class Campaign(Desk desk, Guid id, string hash)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public Guid Id { get; } = id;
    public string Hash { get; } = hash;

    public Task<ApiAnswer> Try(string what, object? body = null, Api? by = null) => (by ?? desk.Coordinator).Post($"/alerts/{Id}/{what}", body);

    public async Task Does(string what, object? body = null, Api? by = null)
    {
        var answer = await Try(what, body, by);
        Assert.True(answer.Code == 204, $"{what}: {answer}");
    }

    public async Task<Tally> Now()
    {
        var json = (await desk.Coordinator.Get($"/alerts/{Id}")).Json;
        var counts = json.GetProperty("counts");
        long Of(string name) => counts.GetProperty(name).GetInt64();
        return new(json.GetProperty("stage").GetString()!, Of("audience"), Of("queued"), Of("attempted"), Of("sent"), Of("delivered"), Of("failed"), Of("suppressed"), Of("expired"));
    }

    public Task<Tally> Is(string stage, int seconds = 60) => Sees(now => now.Stage == stage, $"the alert is {stage}", seconds);

    public Task<Tally> Sees(Func<Tally, bool> enough, string what, int seconds = 60) => Until.Sees(Now, enough, what, seconds);

    /// <summary>The whole ledger, page by page.</summary>
    public async Task<List<Row>> Rows(string? state = null, int page = 1000)
    {
        var rows = new List<Row>();
        for (long? after = 0; after is not null;)
        {
            var json = (await desk.Coordinator.Get($"/alerts/{Id}/deliveries?after={after}&limit={page}{(state is null ? "" : $"&state={state}")}")).Json;
            rows.AddRange(json.GetProperty("items").Deserialize<Row[]>(Web)!);
            after = json.GetProperty("after").Deserialize<long?>();
        }
        return rows;
    }
}
