using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Mekong.Advocacy.Drills.Running;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>A statement that people may sign, open from this minute on.</summary>
internal sealed record OpenStatement(Guid Id, string Hash)
{
    public static async Task<OpenStatement> Make(Scene scene, HttpClient coordinator, CancellationToken ct)
    {
        using var approver = new HttpClient { BaseAddress = coordinator.BaseAddress, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", scene.Seed.ApproverToken) } };
        var now = TimeProvider.System.GetUtcNow();
        var id = (await Post(coordinator, "", new
        {
            name = "Pay the wages",
            texts = new { en = new { title = "Pay the wages", body = "Workers were sent home without their wages.", role = "authentic" } },
            addressees = new[] { new { key = "labour", office = "Ministry of Labour", language = "en" } },
            opensAt = Local(now),
            closesAt = Local(now.AddDays(3)),
            zone = "Asia/Phnom_Penh",
            individuals = true,
        }, ct)).GetProperty("id").GetGuid();
        await Post(coordinator, $"/{id}/freeze", new { }, ct);
        var hash = (await Read(coordinator, id, ct)).GetProperty("texts")[0].GetProperty("hash").GetString()!;
        await Post(approver, $"/{id}/approval", new { language = "en", hash }, ct);
        await Until.Sees(async () => (await Read(coordinator, id, ct)).GetProperty("statement").GetProperty("stage").GetString(), stage => stage == "open", "the statement opens", 60, ct);
        return new(id, hash);
    }

    private static string Local(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    private static Task<JsonElement> Read(HttpClient http, Guid id, CancellationToken ct) => http.GetFromJsonAsync<JsonElement>(new Uri($"api/v1/statements/{id}", UriKind.Relative), ct);

    private static async Task<JsonElement> Post(HttpClient http, string path, object body, CancellationToken ct)
    {
        using var answer = await http.PostAsJsonAsync(new Uri($"api/v1/statements{path}", UriKind.Relative), body, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
