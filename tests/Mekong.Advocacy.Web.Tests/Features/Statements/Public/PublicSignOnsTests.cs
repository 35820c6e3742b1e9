using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Statements.Public;

/// <summary>The list as programs read it, without an account; and the hours that nobody moves by hand.</summary>
public sealed class PublicSignOnsTests(JointDesk desk) : IClassFixture<JointDesk>
{
    [Fact]
    public async Task The_public_list_names_whom_the_page_names_and_counts_the_sealed()
    {
        using var visitor = desk.Site.Public();
        var draft = Made(await desk.Coordinator.Post("/statements", desk.Draft()));
        Assert.Equal(HttpStatusCode.NotFound, (await List(visitor, draft)).Code);
        var id = await desk.Opened();
        Done(await desk.Sign(id, await desk.Member("Clear Water", "ទឹកថ្លា")));
        Done(await desk.Sign(id, await desk.Member("Quiet Harbour", "កំពង់ផែស្ងាត់"), display: "Sealed"));
        var (code, list, text) = await List(visitor, id);
        Assert.Equal((HttpStatusCode.OK, 2, 1), (code, list.GetProperty("organisations").GetInt32(), list.GetProperty("sealed").GetInt32()));
        var only = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal(("Clear Water", "ទឹកថ្លា"), (only.GetProperty("names").GetProperty("en").GetString(), only.GetProperty("names").GetProperty("km").GetString()));
        Assert.DoesNotContain("Quiet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("salt", text, StringComparison.OrdinalIgnoreCase);
        using var all = await visitor.GetAsync(new Uri($"/api/v1/statements/{id}/sign-ons/all", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, all.StatusCode);
    }

    [Fact]
    public async Task Nobody_opens_it_unapproved_or_closes_it_before_its_hour()
    {
        var id = Made(await desk.Coordinator.Post("/statements", desk.Draft()));
        await desk.Does(id, "freeze");
        Refuses(409, "statement.not-approved", await desk.Coordinator.Post($"/statements/{id}/open"));
        await desk.ApproveAll(id);
        Refuses(409, "statement.not-yet-open", await desk.Coordinator.Post($"/statements/{id}/open"));
        Refuses(409, "statement.not-open", await desk.Coordinator.Post($"/statements/{id}/close"));
        await desk.MoveTo(id, "opensAt", TimeSpan.Zero);
        await desk.Does(id, "open");
        await desk.Is(id, "open");
        Refuses(409, "statement.closes-at-its-hour", await desk.Coordinator.Post($"/statements/{id}/close"));
        await desk.MoveTo(id, "closesAt", TimeSpan.FromSeconds(11));
        await desk.Coordinator.Post($"/statements/{id}/close"); // by hand or by itself
        await desk.Is(id, "closed");
    }

    private static async Task<(HttpStatusCode Code, JsonElement Json, string Text)> List(HttpClient visitor, Guid id)
    {
        using var answer = await visitor.GetAsync(new Uri($"/api/v1/statements/{id}/sign-ons", UriKind.Relative), TestContext.Current.CancellationToken);
        var json = answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken) : default;
        return (answer.StatusCode, json, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
