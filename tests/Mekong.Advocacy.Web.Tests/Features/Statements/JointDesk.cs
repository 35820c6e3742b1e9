using System.Globalization;
using System.Text.Json;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Statements;

using Api = Sending.Api;

/// <summary>A running platform on which a coordinator brings out a statement and enters who has signed it on paper.</summary>
public sealed class JointDesk(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly byte[] Scan = [.. "%PDF-1.7\n"u8, .. new byte[1_000]];

    private Network network = null!;

    /// <summary>Whether packages are printed as PDF, by the browser that the machine has.</summary>
    internal bool Prints { get; init; }

    internal Network Network => network;
    internal Site Site { get; private set; } = null!;
    internal Api Coordinator { get; private set; } = null!;
    internal Api Approver { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        network = await Network.Create(postgres);
        if (Prints) network.Settings.Remove("Pdf:Program");
        Site = await network.Open();
        (Coordinator, Approver) = (await Site.As(Role.Coordinator), await Site.As(Role.Approver));
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await network.DisposeAsync();
    }

    /// <summary>A member with an officer who has a standing mandate.</summary>
    internal async Task<(Guid Id, Guid Officer)> Member(string name, string khmer, string officer = "Bopha")
    {
        var id = Made(await Coordinator.Post("/organisations", new { names = new { en = name, km = khmer }, country = "KH", standing = "member" }));
        return (id, await Officer(id, officer));
    }

    internal async Task<Guid> Officer(Guid organisation, string name)
    {
        var officer = Made(await Coordinator.Post($"/organisations/{organisation}/focal-points", new { name, capacity = "Director", email = $"{name}@{organisation:N}.example", language = "km" }));
        Made(await Coordinator.Post($"/organisations/{organisation}/mandates", new { officerId = officer, kind = "standing" }));
        return officer;
    }

    internal object Draft(string silence = "Carry", string? embargo = null, string office = "Ministry of Labour") => new
    {
        name = "Wages unpaid",
        texts = new { en = new { title = "Pay what is owed", body = "Workers were sent home without their wages." }, km = new { title = "សូមបើកប្រាក់ខែ", body = "ពលករ​ត្រូវបានបញ្ជូនត្រឡប់។" } },
        addressees = new[] { new { key = "labour-ministry", office, language = "km", country = "KH", contact = "minister@labour.example" } },
        opensAt = Local(TimeSpan.FromHours(1)),
        closesAt = Local(TimeSpan.FromDays(10)),
        zone = "Asia/Bangkok",
        embargoUntil = embargo,
        silence,
    };

    internal string Local(TimeSpan fromNow) => (network.Clock.GetUtcNow() + fromNow).ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    internal async Task<Guid> Opened(object? draft = null)
    {
        var id = Made(await Coordinator.Post("/statements", draft ?? Draft()));
        await Does(id, "freeze");
        await ApproveAll(id);
        await MoveTo(id, "opensAt", TimeSpan.FromSeconds(-3));
        await Is(id, "open");
        return id;
    }

    internal async Task ApproveAll(Guid id, string which = "texts")
    {
        foreach (var text in (await State(id)).GetProperty(which).EnumerateArray().ToList())
            Done(await Approver.Post($"/statements/{id}/approval", new { language = text.GetProperty("language").GetString(), hash = text.GetProperty("hash").GetString() }));
    }

    internal async Task<string> HashOf(Guid id, string language) =>
        (await State(id)).GetProperty("texts").EnumerateArray().First(text => text.GetProperty("language").GetString() == language).GetProperty("hash").GetString()!;

    internal async Task<ApiAnswer> Sign(Guid id, (Guid Id, Guid Officer) member, string display = "Shown", string language = "km")
    {
        using var content = new ByteArrayContent(Scan);
        content.Headers.ContentType = new("application/octet-stream");
        var evidenceId = Made(await Coordinator.Send(new(HttpMethod.Post, "/files") { Content = content }));
        return await Coordinator.Post($"/statements/{id}/sign-ons/paper", new
        {
            organisationId = member.Id,
            officerId = member.Officer,
            language,
            textHash = await HashOf(id, language),
            capacity = "Director",
            evidenceId,
            display,
        });
    }

    internal async Task Does(Guid id, string what, object? body = null) => Done(await Coordinator.Post($"/statements/{id}/{what}", body));

    internal async Task<JsonElement> State(Guid id) => (await Coordinator.Get($"/statements/{id}")).Json;

    internal Task Is(Guid id, string stage) => Until.Sees(
        async () => (await State(id)).GetProperty("statement").GetProperty("stage").GetString(), now => string.Equals(now, stage, StringComparison.OrdinalIgnoreCase), $"the statement is {stage}");

    internal async Task Closed(Guid id)
    {
        await MoveTo(id, "closesAt", TimeSpan.FromSeconds(7));
        await Is(id, "closed");
    }

    /// <summary>Not past a job's hour: what is late by more than a minute is looked for once a minute only.</summary>
    internal async Task MoveTo(Guid id, string hour, TimeSpan after) =>
        network.Clock.Move((await State(id)).GetProperty("statement").GetProperty(hour).GetDateTimeOffset() + after - network.Clock.GetUtcNow());

    internal async Task<Guid> SignOnOf(Guid id, Guid organisation) => (await Coordinator.Get($"/statements/{id}/sign-ons/all")).Json.EnumerateArray()
        .First(row => row.GetProperty("endorserId").GetGuid() == organisation).GetProperty("id").GetGuid();
}
