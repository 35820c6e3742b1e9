using System.Text;
using System.Text.Json;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Organisations;

using Api = Sending.Api;

/// <summary>Organisations are entered once, in whichever script and by however many people.</summary>
public sealed class RegistrationTests(Registry registry) : IClassFixture<Registry>
{
    private Api Coordinator => registry.Coordinator;

    private static object In(string language, string name, string country = "KH", bool isAnother = false, string? acronym = null, Guid? parentId = null) =>
        new { names = new Dictionary<string, string> { [language] = name }, country, isAnother, acronym, parentId, standing = "member" };

    [Fact]
    public async Task A_member_is_entered_read_renamed_and_found_in_every_script()
    {
        var id = await registry.Registered(new
        {
            names = new { th = "มูลนิธิแหอวนและครอบครัว", en = "Nets and Families Foundation", km = "មូលនិធិអួន និងគ្រួសារ", my = "ပိုက်ကွန်နှင့် မိသားစု", lo = "ມູນນິທິແຫອວນ", vi = " " },
            acronym = "NFF",
            country = "th",
            standing = "member",
        });
        var read = (await Coordinator.Get($"/organisations/{id}")).Json.GetProperty("organisation");
        Assert.Equal(["en", "km", "lo", "my", "th"], read.GetProperty("names").EnumerateObject().Select(name => name.Name));
        Assert.Equal(("member", "member", "TH", "NFF"), (Text(read, "kind"), Text(read, "standing"), Text(read, "country"), Text(read, "acronym")));
        foreach (var part in new[] { "อวนและ", "គ្រួ\u200Bសារ", "families", "မိသားစု", "ແຫອວນ", "nff" })
            Assert.Contains(id, await Found(part));
        Assert.Empty(await Found("!!"));
        Assert.DoesNotContain(id, (await Coordinator.Get("/organisations?country=KH")).Json.GetProperty("items").EnumerateArray().Select(Id));

        Done(await Coordinator.Put($"/organisations/{id}", new { names = new { en = "Nets for Families" }, country = "TH" }));
        Done(await Coordinator.Put($"/organisations/{id}", new { names = new { en = "Nets for Families" }, country = "TH" }));
        Assert.Empty(await Found("อวนและ"));
        Assert.Equal(2, await registry.Network.Number($"select count(*) from es.mt_events where stream_id = 'organisation-{id}'"));
        Assert.NotEqual(Guid.Empty, await registry.Registered(In("th", "แหอวนและครอบครัว", "TH"))); // the name is free again
    }

    [Theory]
    [InlineData("km", "សមាគមវិលត្រឡប់មកផ្ទះ", "km", "វិល\u200Bត្រឡប់\u200Bមកផ្ទះ")]
    [InlineData("th", "สมาคมน้ำใจตลาดเช้า", "th", "นํ้าใจตลาดเช้า")]
    [InlineData("lo", "ສະມາຄົມຂົວຈຳປາ", "en", "ຂົວຈໍາປາ")]
    [InlineData("my", "နံနက်ဈေး အလုပ်သမားအသင်း", "my", "နံနက်ဈေးအလုပ်သမား")]
    [InlineData("vi", "Hội Phụ nữ Đường Sen", "vi", "PHỤ NỮ ĐƯỜNG SEN")]
    [InlineData("zh-Hans", "茶路务工者互助协会", "zh-Hans", "茶路务工者互助")]
    [InlineData("en", "Riverside Learning & Foundation", "en", "ＲＩＶＥＲＳＩＤＥ and the Learning")]
    public async Task The_same_name_written_otherwise_is_refused_with_who_it_is(string language, string name, string again, string otherwise)
    {
        await registry.Registered(In(language, name));
        var refused = await Coordinator.Post("/organisations", In(again, otherwise.Normalize(NormalizationForm.FormD), isAnother: true));
        Refuses(409, "organisation.already-registered", refused);
        Assert.Contains(name, Text(refused.Json.GetProperty("errors")[0], "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_perhaps_the_same_is_held_back_until_somebody_says_that_it_is_another()
    {
        await registry.Registered(In("en", "Golden Lamp Legal Aid", "MM", acronym: "GLLA"));
        foreach (var near in new[] { In("en", "Golden Lamps Legal Aid", "MM"), In("en", "Golden Lamp Legal Aid", "LA"), In("my", "ရွှေမီးအိမ်", "MM", acronym: "G.L.L.A."), In("en", "Legal Aid Golden Lamp", "MM") })
        {
            var held = await Coordinator.Post("/organisations", near);
            Refuses(409, "organisation.perhaps-registered", held);
            Assert.Equal("Golden Lamp Legal Aid (MM)", Text(held.Json.GetProperty("errors")[0], "detail"));
        }
        var similar = (await Coordinator.Post("/organisations/similar", In("en", "Golden Lamps Legal Aid", "MM"))).Json[0];
        Assert.Equal(("same-acronym", false), (Text(similar, "likeness"), similar.GetProperty("isSame").GetBoolean()));
        Assert.NotEqual(Guid.Empty, await registry.Registered(In("en", "Golden Lamps Legal Aid", "MM", isAnother: true)));
    }

    [Fact]
    public async Task A_branch_is_entered_under_its_parent_which_must_be_there()
    {
        var parent = await registry.Registered(In("en", "Padauk Return Support", "MM"));
        Refuses(409, "organisation.perhaps-registered", await Coordinator.Post("/organisations", In("en", "Padauk Return Support Mawlamyine", "MM")));
        var branch = await registry.Registered(In("en", "Padauk Return Support Mawlamyine", "MM", parentId: parent));
        Assert.Equal(parent, (await Coordinator.Get($"/organisations/{branch}")).Json.GetProperty("organisation").GetProperty("parentId").GetGuid());
        Refuses(404, "organisation.no-such-parent", await Coordinator.Post("/organisations", In("en", "Zinnia", "MM", parentId: Guid.NewGuid())));
        Refuses(422, "organisation.is-its-own-parent", await Coordinator.Put($"/organisations/{branch}", In("en", "Padauk Return Support Mawlamyine", "MM", parentId: branch)));
    }

    [Fact]
    public async Task Four_who_enter_one_organisation_at_one_moment_enter_it_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Coordinator.Post("/organisations", In("en", "Kapok Border Families", "CN"))));
        Assert.Single(answers, answer => answer.Code == 201);
        Assert.All(answers.Where(answer => answer.Code != 201), answer => Assert.Contains(Text(answer.Json, "code"), (string[])["organisation.already-registered", "command.busy-just-now"]));
        Assert.Equal(1, await registry.Network.Number("select count(*) from advocacy.organisations where 'Kapok Border Families' = any(names)"));
        Assert.Equal(1, await registry.Network.Number("select count(*) from advocacy.organisation_names where key = 'kapokborderfamilies'"));
    }

    [Fact]
    public async Task Whose_name_was_refused_leaves_it_to_its_bearer()
    {
        var imposter = await registry.Outside("Harbour Light Desk");
        Refuses(409, "organisation.already-registered", await Coordinator.Post("/organisations", new { names = new { en = "harbour light desk" }, country = "JP" }));
        Done(await Coordinator.Post($"/organisations/{imposter}/refusal", new { reason = "Nobody knows them there" }));
        Assert.NotEqual(imposter, await registry.Outside("Harbour Light Desk"));
        Assert.Equal("refused", await registry.Standing(imposter));
    }

    [Fact]
    public async Task Faults_are_told_at_their_fields_all_at_once()
    {
        var refused = await Coordinator.Post("/organisations", new { names = new { en = "...", km = new string('ក', 201) }, acronym = new string('A', 31), country = "JP", standing = "member" });
        Assert.Equal(["names.en", "names.km", "acronym", "country"], refused.Json.GetProperty("errors").EnumerateArray().Select(error => Text(error, "field")));
        Refuses(422, "organisation.needs-name", await Coordinator.Post("/organisations", new { country = "KH", standing = "member" }));
        Refuses(422, "organisation.unknown-standing", await Coordinator.Post("/organisations", new { names = new { en = "Zinnia" }, country = "KH", standing = "verified" }));
        Refuses(403, "account.not-allowed", await registry.Approver.Post("/organisations", In("en", "Zinnia")));
        Refuses(404, "organisation.no-such-organisation", await Coordinator.Get($"/organisations/{Guid.NewGuid()}"));
    }

    private async Task<IEnumerable<Guid>> Found(string search) =>
        (await Coordinator.Get($"/organisations?search={Uri.EscapeDataString(search)}")).Json.GetProperty("items").EnumerateArray().Select(Id);

    private static Guid Id(JsonElement item) => item.GetProperty("id").GetGuid();

    private static string Text(JsonElement json, string property) => json.GetProperty(property).GetString() ?? "";
}
