using System.Text.Json;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.DependencyInjection;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Organisations;

using Api = Sending.Api;

/// <summary>Who may act for an organisation, since when and until when, on which paper; and who they are, which no dump tells.</summary>
public sealed class MandatesTests(Registry registry) : IClassFixture<Registry>
{
    private Api Coordinator => registry.Coordinator;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_mandate_holds_from_its_first_to_its_last_moment_and_its_past_is_kept()
    {
        var id = await registry.Member("Alder River Union");
        var officer = await registry.Officer(id, "Sokha");
        var (statement, other, from) = (Guid.NewGuid(), Guid.NewGuid(), Now.AddDays(-10));
        var mandate = await registry.Granted(id, officer, more: new { officerId = officer, kind = "statement", statementId = statement, from, until = Now.AddDays(10) });
        Assert.Equal((mandate, null, null), (await Holds(statement, Now), await Holds(other, Now), await Holds(statement, from.AddTicks(-10))));

        Refuses(422, "organisation.ends-in-the-past", await Coordinator.Post($"/organisations/{id}/mandates/{mandate}/end", new { until = Now.AddDays(-1) }));
        Done(await Coordinator.Post($"/organisations/{id}/mandates/{mandate}/end", new { }));
        Done(await Coordinator.Post($"/organisations/{id}/mandates/{mandate}/end", new { }));
        Assert.Equal((mandate, null), (await Holds(statement, Now.AddDays(-1)), await Holds(statement, Now.AddDays(1))));
        var row = Assert.Single((await Coordinator.Get($"/organisations/{id}")).Json.GetProperty("mandates").EnumerateArray());
        Assert.Equal((mandate, "statement"), (row.GetProperty("id").GetGuid(), row.GetProperty("kind").GetString()));
        Assert.Equal(row.GetProperty("until").GetDateTimeOffset(), row.GetProperty("endedAt").GetDateTimeOffset(), TimeSpan.FromSeconds(5));

        async Task<Guid?> Holds(Guid about, DateTimeOffset at)
        {
            await using var scope = registry.Site.Services.CreateAsyncScope();
            var (state, _) = await scope.ServiceProvider.GetRequiredService<Decider>().Load(Organisation.Fold, id, CancellationToken.None);
            return state.MandateOf(officer, about, at)?.Id;
        }
    }

    [Fact]
    public async Task A_decision_of_the_board_shows_its_paper_to_the_secretariat_alone()
    {
        var id = await registry.Member("Birch Valley Circle");
        var officer = await registry.Officer(id, "Dara");
        Refuses(422, "organisation.needs-evidence", await Coordinator.Post($"/organisations/{id}/mandates", new { officerId = officer, kind = "board" }));
        Refuses(404, "evidence.no-such-file", await Coordinator.Post($"/organisations/{id}/mandates", new { officerId = officer, kind = "board", evidenceId = Guid.NewGuid() }));
        var paper = Made(await registry.Upload());
        await registry.Granted(id, officer, more: new { officerId = officer, kind = "board", from = Now.AddDays(-3), evidenceId = paper });

        var http = registry.Approver.Http;
        using var answer = await http.GetAsync(new Uri($"/api/v1/files/{paper}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(("application/pdf", "attachment", "nosniff", true), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType,
            string.Join(',', answer.Headers.GetValues("X-Content-Type-Options")), answer.Headers.CacheControl!.NoStore));
        Assert.Equal(40_009, (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
        Assert.Equal(1, await registry.Network.Number($"select count(*) from advocacy.data_reads where what = 'file/{paper}'"));
        Assert.Equal(403, (await registry.Observer.Get($"/files/{paper}")).Code);
        Refuses(404, "evidence.no-such-file", await Coordinator.Get($"/files/{Guid.NewGuid()}"));
        Assert.Equal(0, await registry.Network.Number("select count(*) from advocacy.files where position('PDF'::bytea in sealed) > 0"));
    }

    [Fact]
    public async Task A_paper_is_known_by_its_first_bytes_and_its_size()
    {
        Refuses(422, "evidence.file-not-known", await registry.Upload("<html><script>alert(1)</script>"u8.ToArray()));
        Refuses(422, "evidence.file-not-known", await registry.Upload([]));
        Refuses(422, "evidence.file-too-large", await registry.Upload([.. "%PDF-"u8, .. new byte[EvidenceFiles.Largest]]));
        Assert.Equal(413, (await registry.Upload(new byte[EvidenceFiles.Largest + 5000])).Code);
        Refuses(403, "account.not-allowed", await registry.Upload(by: await registry.Site.As(Role.Approver, "other@mekong.example")));
        Assert.Equal(
            ["application/pdf", "image/png", "image/jpeg", null],
            new byte[][] { [.. "%PDF-1"u8], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], [0xFF, 0xD8, 0xFF, 0xE0], [0x47, 0x49, 0x46] }.Select(bytes => EvidenceFiles.MediaTypeOf(bytes)));
    }

    [Fact]
    public async Task Who_acts_is_sealed_found_by_number_and_address_and_forgotten_on_leaving()
    {
        var id = await registry.Member("Cedar Hill Women");
        var officer = Made(await Coordinator.Post($"/organisations/{id}/focal-points", new { name = "Channary Sok", capacity = "Directrice", email = "Channary@Cedar.example", phone = "012 345 987", language = "km" }));
        await registry.Granted(id, officer);
        var people = registry.Site.Services.GetRequiredService<FocalPoints>();
        Assert.Equal(officer, Assert.Single(await people.ByPhone("+85512345987", CancellationToken.None)).Id);
        Assert.Equal(("Channary Sok", "Directrice", "channary@cedar.example", "km", true), Assert.Single(await people.ByEmail("CHANNARY@cedar.example", CancellationToken.None)) is var found
            ? (found.Name, found.Capacity, found.Email, found.Language, found.IsActive) : default);
        foreach (var clear in new[] { "Channary", "Directrice", "cedar.example", "12345987" }) await IsNowhere(clear);

        Done(await Coordinator.Put($"/organisations/{id}/focal-points/{officer}", new { name = "Channary Sok", capacity = "Directrice", email = "c.sok@cedar.example", language = "en" }));
        Assert.Empty(await people.ByPhone("+85512345987", CancellationToken.None));
        Done(await Coordinator.Post($"/organisations/{id}/focal-points/{officer}/remove"));
        Done(await Coordinator.Post($"/organisations/{id}/focal-points/{officer}/remove"));
        Assert.Empty(await people.ByEmail("c.sok@cedar.example", CancellationToken.None));
        Assert.Equal(("Channary Sok", null, false), await people.Find(officer, CancellationToken.None) is { } left ? (left.Name, left.Email, left.IsActive) : default);
        var mandate = Assert.Single((await Coordinator.Get($"/organisations/{id}")).Json.GetProperty("mandates").EnumerateArray());
        Assert.NotEqual(JsonValueKind.Null, mandate.GetProperty("endedAt").ValueKind);
    }

    [Fact]
    public async Task A_person_is_entered_with_what_is_needed_to_reach_them_and_once()
    {
        var (id, elsewhere) = (await registry.Member("Dogwood Legal Clinic"), await registry.Member("Elm Harbour Choir"));
        var faulty = await Coordinator.Post($"/organisations/{id}/focal-points", new { name = " ", capacity = "", email = "nobody", phone = "023 123 456", language = "xx" });
        Assert.Equal(["focal-point.needs-name", "focal-point.needs-capacity", "subscriber.bad-email", "subscriber.not-a-mobile", "subscriber.unknown-language"],
            faulty.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()));
        Refuses(422, "focal-point.needs-contact", await Coordinator.Post($"/organisations/{id}/focal-points", new { name = "Vanna", capacity = "Clerk", language = "km" }));
        Refuses(404, "focal-point.no-such-account", await Coordinator.Post($"/organisations/{id}/focal-points", new { name = "Vanna", capacity = "Clerk", email = "v@d.example", language = "km", accountId = Guid.NewGuid() }));
        var vanna = await registry.Officer(id, "Vanna", "v@d.example", "+855 12 777 001");
        Refuses(422, "focal-point.already-named", await Coordinator.Post($"/organisations/{id}/focal-points", new { name = "Vanna", capacity = "Clerk", email = "V@d.example", language = "km" }));
        await registry.Officer(elsewhere, "Vanna", "v@d.example"); // one person may stand for two organisations
        Refuses(409, "organisation.id-is-taken", await Coordinator.Put($"/organisations/{elsewhere}/focal-points/{vanna}", new { name = "Vanna", capacity = "Clerk", email = "x@d.example", language = "km" }));
    }

    [Fact]
    public async Task An_observer_reads_no_person_and_whoever_reads_one_is_recorded()
    {
        var (id, _) = await registry.Speaking("Fern Road Kitchen");
        var seen = await registry.Observer.Get($"/organisations/{id}");
        Assert.Equal((200, JsonValueKind.Null, JsonValueKind.Null), (seen.Code, seen.Json.GetProperty("focalPoints").ValueKind, seen.Json.GetProperty("mandates").ValueKind));
        Assert.Equal(0, await registry.Network.Number($"select count(*) from advocacy.data_reads where what = 'organisation/{id}'"));
        Assert.Contains("Bopha", (await Coordinator.Get($"/organisations/{id}")).Body, StringComparison.Ordinal);
        Assert.Equal(1, await registry.Network.Number($"select count(*) from advocacy.data_reads where what = 'organisation/{id}' and count = 1"));
        Assert.Equal(403, (await registry.Observer.Post($"/organisations/{id}/standing", new { standing = "left" })).Code);
    }

    /// <summary>In no table and no event, as text or in a bytea.</summary>
    private async Task IsNowhere(string clear) => Assert.Equal(0, await registry.Network.Number($"""
        select (select count(*) from advocacy.focal_points f where f::text ilike '%{clear}%'
            or position('{clear}'::bytea in name_sealed || capacity_sealed || coalesce(email_sealed, '') || coalesce(phone_sealed, '')) > 0)
          + (select count(*) from es.mt_events e where e::text ilike '%{clear}%') + (select count(*) from advocacy.organisation_history h where h::text ilike '%{clear}%')
        """));
}
