using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Mekong.Advocacy.Drills.Ground;

namespace Mekong.Advocacy.Drills.Running;

/// <summary>A coordinator and an approver at work over the API.</summary>
internal sealed class Desk(Uri site, Seed seed)
{
    private readonly HttpClient coordinator = Under(site, seed.CoordinatorToken), approver = Under(site, seed.ApproverToken);

    public HttpClient Coordinator => coordinator;

    /// <summary>Drafted, approved and on its way at this moment.</summary>
    public async Task<Campaign> Send(object alert, CancellationToken ct)
    {
        var campaign = await Approved(alert, ct);
        await campaign.Does("schedule", new { at = "now" }, ct);
        return campaign;
    }

    public async Task<Campaign> Approved(object alert, CancellationToken ct)
    {
        using var answer = await coordinator.PostAsJsonAsync("api/v1/alerts", alert, ct);
        var drafted = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(ct);
        var campaign = new Campaign(coordinator, drafted.GetProperty("id").GetGuid());
        await campaign.Does("approval-request", null, ct);
        await campaign.Does("approval", new { contentHash = drafted.GetProperty("contentHash").GetString() }, ct, approver);
        return campaign;
    }

    private static HttpClient Under(Uri site, string token) =>
        new() { BaseAddress = site, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
}
