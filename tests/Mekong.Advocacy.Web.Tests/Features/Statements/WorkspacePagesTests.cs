using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Alerts;
using Microsoft.Extensions.DependencyInjection;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Statements;

/// <summary>The pages of the secretariat and of the members, without scripts.</summary>
public sealed class WorkspacePagesTests(JointDesk desk) : IClassFixture<JointDesk>
{
    private static readonly (string, string)[] Typed =
    [
        ("Form.Name", "Fees"), ("Form.Zone", "Asia/Bangkok"), ("Form.Silence", "Lapse"), ("Form.Texts[en].Title", "No fees"), ("Form.Texts[en].Body", "Nobody pays for work."),
        ("Form.Texts[en].Role", "Authentic"), ("Form.Addressees[1].Office", "Ministry of Labour"), ("Form.Addressees[1].Language", "th"), ("Form.Addressees[1].Contact", "office@labour.example"),
    ];

    [Fact]
    public async Task A_draft_is_typed_refused_at_its_field_and_saved()
    {
        using var coordinator = await SignedIn.As(desk.Site, Role.Coordinator);
        const string blank = "/workspace/statements/new";
        var refused = await coordinator.Post(blank, blank, [.. Typed, ("Form.OpensAt", "2031-02-30T08:00")]);
        Assert.Contains("href=\"#opensAt\"", refused, StringComparison.Ordinal);
        Assert.Contains("Nobody pays for work.", refused, StringComparison.Ordinal);
        Assert.Contains("Nobody pays for work.", await coordinator.Get(blank), StringComparison.Ordinal); // kept
        var where = await coordinator.Post(blank, blank, [.. Typed, ("Form.OpensAt", "2031-02-20T08:00"), ("Form.ClosesAt", "2031-03-20T08:00")]);
        var shown = await coordinator.Get(where);
        Assert.Contains("No fees", shown, StringComparison.Ordinal);
        Assert.Contains("value=\"2031-02-20T08:00\"", await coordinator.Get(where + "/write"), StringComparison.Ordinal);
        Assert.DoesNotContain("office@labour.example", await coordinator.Get(where + "/write"), StringComparison.Ordinal); // sealed
        Assert.Equal(where, await coordinator.Post(where, where + "?handler=Comment", [("remark", Guid.NewGuid().ToString()), ("text", "Which fees?")]));
        Assert.Equal(where, await coordinator.Post(where, where + "?handler=Freeze", []));
        using var approver = await SignedIn.As(desk.Site, Role.Approver);
        var hash = (await approver.Get(where)).Split("name=\"hash\" value=\"")[1].Split('"')[0];
        Assert.Equal(where, await approver.Post(where, where + "?handler=Approve", [("language", "en"), ("hash", hash)]));
        Assert.Contains("Fees", await coordinator.Get("/workspace/statements?lang=km"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_signs_and_the_office_sees_settles_and_packs()
    {
        var member = await desk.Member("Champa Bridge", "ស្ពានចំប៉ា");
        var id = await desk.Opened();
        var account = await AccountOf("bopha@champa.example");
        Made(await desk.Coordinator.Post($"/organisations/{member.Id}/focal-points", new { name = "Vanna", capacity = "Chair", email = "bopha@champa.example", language = "km", accountId = account }));
        using var coordinator = await SignedIn.As(desk.Site, Role.Coordinator);
        Done(await desk.Sign(id, member));
        var (home, signOn) = ($"/workspace/statements/{id}", await desk.SignOnOf(id, member.Id));
        foreach (var path in new[] { "/workspace/statements", home, $"{home}/texts", $"{home}/sign-ons", $"{home}/sign-ons/paper", $"{home}/sign-ons/{signOn}" })
            foreach (var language in new[] { "en", "km", "my" })
                Assert.Contains("</html>", await coordinator.Get($"{path}?lang={language}"), StringComparison.Ordinal);
        Assert.Contains("Bopha", await coordinator.Get($"{home}/sign-ons?lang=en"), StringComparison.Ordinal);
        await desk.Closed(id);
        using var later = await SignedIn.As(desk.Site, Role.Coordinator); // the session has ended meanwhile
        Assert.Contains("</html>", await later.Get($"{home}/delivery"), StringComparison.Ordinal);
        Assert.Equal($"{home}/delivery", await later.Post($"{home}/delivery", $"{home}/delivery?handler=Make", []));
        Assert.Contains("minister@labour.example", await later.Get($"{home}/delivery"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_stands_for_whoever_is_reached_at_its_address_and_keeps_whom_it_was_given_to()
    {
        var (circle, road) = ((await desk.Member("Tonle Workers Circle", "ក្រុមពលករទន្លេ")).Id, (await desk.Member("Lotus Road", "ផ្លូវឈូក")).Id);
        Made(await desk.Coordinator.Post($"/organisations/{circle}/focal-points", new { name = "Dara", capacity = "Chair", email = "Dara@circle.example", language = "km" }));
        var dara = await AccountOf("dara@circle.example"); // made after they were named
        var chea = await AccountOf("chea@example.org");
        var given = Made(await desk.Coordinator.Post($"/organisations/{road}/focal-points", new { name = "Chea", capacity = "Chair", email = "office@road.example", language = "km", accountId = chea }));
        using var coordinator = await SignedIn.As(desk.Site, Role.Coordinator);
        var page = $"/workspace/organisations/{road}";
        await coordinator.Post($"{page}?officer={given}", $"{page}?handler=FocalPoint", [("officer", given.ToString()), ("name", "Chea"), ("capacity", "Director"), ("email", "office@road.example"), ("language", "km")]);

        var officers = desk.Site.Services.GetRequiredService<FocalPoints>();
        Assert.Equal((circle, "Dara"), (await officers.ByAccount(dara, CancellationToken.None)) is [var one] ? (one.OrganisationId, one.Name) : default);
        Assert.Equal((road, "Director"), (await officers.ByAccount(chea, CancellationToken.None)) is [var other] ? (other.OrganisationId, other.Capacity) : default);
        Assert.Empty(await officers.ByAccount(Guid.NewGuid(), CancellationToken.None));
    }

    private async Task<Guid> AccountOf(string email)
    {
        await using var scope = desk.Site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AccountDesk>().Ensure(email, Role.Member)).Id;
    }
}
