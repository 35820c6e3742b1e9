using System.Text.Json;

namespace Mekong.Advocacy.Web.Tests.Features.Sending;

/// <summary>A coordinator and an approver: they enter lists and bring alerts out, over the API.</summary>
internal sealed class Desk(Api coordinator, Api approver)
{
    public Api Coordinator { get; } = coordinator;
    public Api Approver { get; } = approver;

    public async Task<JsonElement> Import(string csv)
    {
        var answer = await Coordinator.Text(HttpMethod.Post, "/subscribers/import", csv, "text/csv");
        Assert.True(answer.Code == 200, answer.ToString());
        return answer.Json;
    }

    public async Task<Campaign> Draft(object alert)
    {
        var answer = await Coordinator.Post("/alerts", alert);
        Assert.True(answer.Code == 201, answer.ToString());
        return new(this, answer.Json.GetProperty("id").GetGuid(), answer.Json.GetProperty("contentHash").GetString()!);
    }

    public async Task<Campaign> Approved(object alert)
    {
        var campaign = await Draft(alert);
        await campaign.Does("approval-request");
        await campaign.Does("approval", new { contentHash = campaign.Hash }, Approver);
        return campaign;
    }

    /// <summary>The draft that a follow-up began as.</summary>
    public Campaign Followed(ApiAnswer answer)
    {
        Assert.True(answer.Code == 201, answer.ToString());
        return new(this, answer.Json.GetProperty("id").GetGuid(), answer.Json.GetProperty("contentHash").GetString()!);
    }

    /// <summary>A draft that is approved, sent, and over.</summary>
    public async Task Sent(Campaign draft)
    {
        await draft.Does("approval-request");
        await draft.Does("approval", new { contentHash = draft.Hash }, Approver);
        await draft.Does("schedule", new { at = "now" });
        await draft.Is("finished");
    }

    /// <summary>Drafted, approved and on its way at this moment.</summary>
    public async Task<Campaign> Send(object alert)
    {
        var campaign = await Approved(alert);
        await campaign.Does("schedule", new { at = "now" });
        return campaign;
    }

    /// <summary>Drafted, approved, sent, and over.</summary>
    public async Task<Campaign> SendAll(object alert)
    {
        var campaign = await Send(alert);
        await campaign.Is("finished");
        return campaign;
    }
}
