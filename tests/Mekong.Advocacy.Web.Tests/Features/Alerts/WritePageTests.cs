using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Alerts;

/// <summary>The page on which an alert is written, over HTTP and without scripts.</summary>
public sealed class WritePageTests(TestPostgres postgres)
{
    private static readonly string Name = WriteForm.NameOf("Name"), English = WriteForm.NameOf("en", "Body"), Khmer = WriteForm.NameOf("km", "Body"), Lao = WriteForm.NameOf("lo", "Body");

    [Fact]
    public async Task Two_people_on_one_draft_lose_nothing_of_each_other()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open(ProcessRole.Web);
        using var sokha = await Visitor.SignedIn(site, "sokha@mekong.example");
        using var malee = await Visitor.SignedIn(site, "malee@mekong.example");
        var start = await sokha.Get("/workspace/alerts/new");
        var location = (await sokha.Post("/workspace/alerts/new", new(start.Form()) { [Name] = "Wages", [English] = "Friday", [Khmer] = "ថ្ងៃសុក្រ" })).Location!;
        var write = location.Replace("/audience", "/write", StringComparison.Ordinal);

        var (hers, his) = ((await malee.Get(write)).Form(), (await sokha.Get(write)).Form());
        Assert.Equal(location, (await malee.Post(write, new(hers) { [Khmer] = "ថ្ងៃសៅរ៍", [Lao] = "ວັນເສົາ" })).Location);
        var refused = await sokha.Post(write, new(his) { [Khmer] = "ថ្ងៃអាទិត្យ", [English] = "Sunday" });
        Assert.Equal(0, await network.Number("select count(*) from es.mt_events where data::text like '%Sunday%'"));
        Assert.True(refused.Says("Somebody else changed this text") && refused.Says("ថ្ងៃសៅរ៍") && refused.Says("href=\"#texts.km\""));
        Assert.Equal(("ថ្ងៃអាទិត្យ", "ວັນເສົາ", "Sunday"), (refused.Form()[Khmer], refused.Form()[Lao], refused.Form()[English]));

        Assert.True((await sokha.Get(write)).Says("ថ្ងៃអាទិត្យ")); // a refused form is kept, too
        Assert.Equal(location, (await sokha.Post(write, refused.Form())).Location);
        var saved = (await malee.Get(write)).Form();
        Assert.Equal(("ថ្ងៃអាទិត្យ", "ວັນເສົາ", "Sunday"), (saved[Khmer], saved[Lao], saved[English]));
    }

    [Fact]
    public async Task Every_fault_is_said_at_once_and_what_was_typed_is_kept_until_it_is_dropped()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open(ProcessRole.Web);
        using var sokha = await Visitor.SignedIn(site, "sokha@mekong.example");
        const string page = "/workspace/alerts/new";
        var form = new Dictionary<string, string>((await sokha.Get(page)).Form()) { [English] = "Hello {{nmae}}", [Khmer] = new string('ក', 20_001) };
        var refused = await sokha.Post(page, form);
        Assert.True(refused.Says("href=\"#name\"") && refused.Says("href=\"#texts.en.body\"") && refused.Says("href=\"#texts.km.body\""));
        Assert.Equal((form[English], form[Khmer]), (refused.Form()[English], refused.Form()[Khmer]));

        Assert.StartsWith("Kept ", (await sokha.Post($"{page}?handler=Keep", new(form) { [English] = "\n Hello  again\n" }, "HX-Request")).Html);
        Assert.Equal("\n Hello  again\n", (await sokha.Get(page)).Form()[English].ReplaceLineEndings("\n"));
        network.Clock.Move(TimeSpan.FromDays(31));
        using var later = await Visitor.SignedIn(site, "sokha@mekong.example");
        Assert.Equal("", (await later.Get(page)).Form()[English]);
        await later.Post($"{page}?handler=Keep", new((await later.Get(page)).Form()) { [English] = "Once more" });
        await later.Post($"{page}?handler=Drop", (await later.Get(page)).Form());
        Assert.Equal("", (await later.Get(page)).Form()[English]);

        form.Remove("__RequestVerificationToken");
        var old = await later.Post(page, new(form) { [English] = "Sent from an old page" });
        Assert.True(old.Says("send it once more"));
        Assert.Equal(("Sent from an old page", 0), (old.Form()[English], await network.Number("select count(*) from advocacy.kept_forms")));
        Assert.Equal("UCS-2 · units: 2 · parts: 1", (await later.Post("/workspace/alerts/sms-count", new() { [WriteForm.NameOf("km", "Sms")] = "ក\u200Bខ" })).Html);
    }

    [Fact]
    public async Task A_text_is_reviewed_on_the_page_and_over_the_API_and_outdated_when_the_source_moves()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open(ProcessRole.Web);
        using var sokha = await Visitor.SignedIn(site, "sokha@mekong.example");
        var desk = await site.Desk();
        var alert = await desk.Draft(new { name = "Wages", source = "km", texts = new { en = new { body = "Friday" }, km = new { body = "ថ្ងៃសុក្រ" } }, audience = new { channels = new[] { "email" } } });
        var write = $"/workspace/alerts/{alert.Id}/write";
        var form = new Dictionary<string, string>((await sokha.Get(write)).Form()) { ["language"] = "en", [Lao] = "ວັນສຸກ" };
        Assert.True((await sokha.Post($"{write}?handler=Review", new(form) { [English] = "Friday evening" })).Says("Save it first"));
        Assert.Equal($"{write}#texts.en", (await sokha.Post($"{write}?handler=Review", form)).Location);
        var page = await sokha.Get(write);
        Assert.True(page.Says("Reviewed by sokha@mekong.example"));
        Assert.Equal("ວັນສຸກ", page.Form()[Lao]); // typed, not saved, not lost

        Assert.Equal(("reviewed", "draft", "not-written"), await States());
        var hash = (await Texts()).GetProperty("km").GetProperty("textHash").GetString();
        Assert.Equal(404, (await alert.Try("texts/lo/review", new { textHash = hash })).Code);
        await sokha.Post(write, new(page.Form()) { [Khmer] = "ថ្ងៃសៅរ៍" });
        Assert.Equal(409, (await alert.Try("texts/km/review", new { textHash = hash })).Code);
        Assert.Equal(("outdated", "draft", "draft"), await States());
        page = await sokha.Get(write);
        Assert.True(page.Says("<del>") && page.Says("<ins>"));
        await alert.Does("texts/en/review", new { textHash = (await Texts()).GetProperty("en").GetProperty("textHash").GetString() }, desk.Approver);
        Assert.Equal(("reviewed", "draft", "draft"), await States());

        async Task<System.Text.Json.JsonElement> Texts() => (await desk.Coordinator.Get($"/alerts/{alert.Id}")).Json.GetProperty("textStates");
        async Task<(string?, string?, string?)> States()
        {
            var texts = await Texts();
            string? Of(string code) => texts.GetProperty(code).GetProperty("state").GetString();
            return (Of("en"), Of("km"), Of("lo"));
        }
    }
}
