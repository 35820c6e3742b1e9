using System.Net;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using static Mekong.Advocacy.Web.Tests.Features.Dialogues.DialogueDesk;
using static Mekong.Advocacy.Web.Tests.Features.Sending.Answers;

namespace Mekong.Advocacy.Web.Tests.Features.Dialogues;

public sealed partial class DialoguePagesTests
{
    private const string Corner = "/members/commitments";

    [Fact]
    public async Task A_member_says_in_their_corner_that_they_see_it_differently()
    {
        var (promise, hidden) = await Promises("Ministry of Social Affairs");
        var ours = await desk.Member("Lotus Weavers", "dara@weavers.example");
        var dara = await Office.SignIn(desk.Site, "dara@weavers.example", Role.Member);
        Assert.Contains($"href=\"{Corner}\"", (await dara.Get("/members")).Body, StringComparison.Ordinal);
        var list = (await dara.Get(Corner)).Body;
        Assert.Contains($"{Corner}/{promise}", list, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden.ToString(), list, StringComparison.Ordinal);
        var here = $"{Corner}/{promise}";
        foreach (var language in new[] { "my", "zh-Hans" }) Assert.Contains("We shall issue an instruction.", (await dara.Get($"{here}?lang={language}")).Body, StringComparison.Ordinal);

        var tooLong = new string('x', 2001);
        var (status, refused) = await dara.Post(here + "?lang=en", here + "?handler=Dissent", ("organisation", ours.ToString()), ("language", "km"), ("text", tooLong));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("href=\"#dissent.text\"", refused, StringComparison.Ordinal);
        Assert.Contains(tooLong, refused, StringComparison.Ordinal); // kept
        Assert.Contains("value=\"km\" lang=\"km\" selected", refused, StringComparison.Ordinal);
        var (then, _) = await dara.Post(here, here + "?handler=Dissent", ("organisation", ours.ToString()), ("language", "en"), ("text", "Nothing has begun where we weave."));
        Assert.Equal(HttpStatusCode.Redirect, then);
        Assert.Contains("Nothing has begun where we weave.", (await dara.Get(here)).Body, StringComparison.Ordinal);
        var dissent = Assert.Single((await desk.Commitment(promise)).GetProperty("dissents").EnumerateArray());
        Assert.Equal((ours, "en"), (dissent.GetProperty("organisationId").GetGuid(), dissent.GetProperty("language").GetString()));
    }

    [Fact]
    public async Task Nobody_dissents_for_another_member_of_what_is_confidential_or_without_being_one()
    {
        var (promise, hidden) = await Promises("Ministry of Tourism");
        var (ours, theirs) = (await desk.Member("Salt Workers", "sok@salt.example"), await desk.Member("Boat Families", "chea@boats.example"));
        var watching = await desk.Member("Those Who Watch", "meas@watching.example", "observer");
        var sok = await Office.SignIn(desk.Site, "sok@salt.example", Role.Member);
        var (here, shut) = ($"{Corner}/{promise}", $"{Corner}/{hidden}");
        var (status, foreign) = await sok.Post(here, here + "?handler=Dissent&lang=en", ("organisation", theirs.ToString()), ("language", "en"), ("text", "They have not begun."));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("You do not speak for this member.", foreign, StringComparison.Ordinal);
        Assert.Contains("They have not begun.", foreign, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await sok.Get(shut)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sok.Post(here, shut + "?handler=Dissent", ("organisation", ours.ToString()), ("language", "en"), ("text", "x"))).Status);
        var meas = await Office.SignIn(desk.Site, "meas@watching.example", Role.Member);
        Assert.DoesNotContain("name=\"text\"", (await meas.Get(here)).Body, StringComparison.Ordinal);

        var (salt, watch) = (await desk.Site.As(Role.Member, "sok@salt.example"), await desk.Site.As(Role.Member, "meas@watching.example"));
        Refuses(403, "commitment.not-your-member", await salt.Post($"/commitments/{promise}/dissents", Words(theirs)));
        Refuses(403, "commitment.not-your-member", await watch.Post($"/commitments/{promise}/dissents", Words(watching)));
        Refuses(404, "commitment.no-such-commitment", await salt.Post($"/commitments/{hidden}/dissents", Words(ours)));
        foreach (var id in new[] { promise, hidden }) Assert.Empty((await desk.Commitment(id)).GetProperty("dissents").EnumerateArray());
        Made(await salt.Post($"/commitments/{promise}/dissents", Words(ours)));
        Made(await desk.Coordinator.Post($"/commitments/{hidden}/dissents", Words(theirs))); // the office enters what it was told

        static object Words(Guid organisation) => new { organisationId = organisation, language = "en", text = "We see nothing." };
    }

    /// <summary>One that everybody may know, and a confidential one.</summary>
    private async Task<(Guid Public, Guid Hidden)> Promises(string ministry)
    {
        var (authority, post) = await desk.Authority(ministry);
        var due = new { kind = "date", date = Text(desk.Day("KH", 40)) };
        return (Made(await desk.Coordinator.Post("/commitments", desk.Promise(authority, post, due))), Made(await desk.Coordinator.Post("/commitments", desk.Promise(authority, post, due, confidential: true))));
    }
}
