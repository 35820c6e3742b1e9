using System.Net;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Alerts;

/// <summary>Somebody writes until long after the session has ended, and only then saves.</summary>
public sealed class ExpiredSessionTests(TestPostgres postgres)
{
    private const string New = "/workspace/alerts/new", Typed = "ថៅកែមិនបើកប្រាក់ខែ\n\nDear {{name}} & friends";

    private static readonly string Body = WriteForm.NameOf("km", "Body");

    [Fact]
    public async Task What_was_typed_comes_back_after_the_password_and_nothing_was_done_without_it()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open(ProcessRole.Web);
        using var sokha = await Visitor.SignedIn(site, "sokha@mekong.example");
        var form = new Dictionary<string, string>((await sokha.Get(New)).Form()) { [WriteForm.NameOf("Name")] = "Wages unpaid", [Body] = Typed, ["otherPassword"] = "never keep this" };
        network.Clock.Move(TimeSpan.FromHours(13));
        Assert.Equal("/sign-in", new Uri((await sokha.Get(New)).Location!).AbsolutePath);

        var door = await sokha.Post(New, form);
        Assert.Equal((HttpStatusCode.OK, true, false), (door.Status, door.Says("Your session had ended"), door.Says("មិនបើក")));
        door = await sokha.SignIn(door, "three loud rivers");
        Assert.True(door.Says("do not go together"));
        Assert.Equal(New, (await sokha.SignIn(door)).Location);
        Assert.Equal((0, 1), (await network.Number("select count(*) from advocacy.alerts"), await network.Number("select count(*) from advocacy.kept_forms")));

        var page = await sokha.Get(New);
        Assert.True(page.Says("what you typed and had not saved"));
        Assert.False(page.Says("never keep this"));
        Assert.Equal(("Wages unpaid", Typed), (page.Form()[WriteForm.NameOf("Name")], page.Form()[Body]));
        Assert.Equal(0, await network.Number("select count(*) from advocacy.kept_forms where position('Wages'::bytea in fields) > 0"));

        Assert.EndsWith("/audience", (await sokha.Post(New, page.Form())).Location);
        Assert.Equal((1, 0), (await network.Number("select count(*) from advocacy.alerts"), await network.Number("select count(*) from advocacy.kept_forms")));
    }

    [Fact]
    public async Task Whoever_comes_in_by_a_link_in_another_tab_goes_on_with_one_button()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open(ProcessRole.Web);
        using var malee = await Visitor.SignedIn(site, "malee@mekong.example");
        var form = new Dictionary<string, string>((await malee.Get(New)).Form()) { [Body] = Typed };
        network.Clock.Move(TimeSpan.FromHours(13));
        Assert.True((await malee.Post($"{New}?handler=Keep", form, "HX-Request")).Says("You are signed out"));

        var door = await malee.Post(New, form);
        door = await malee.Post("/sign-in?handler=Again", door.Form());
        Assert.True(door.Says("not signed in yet"));
        await malee.SignInElsewhere();
        Assert.Equal(New, (await malee.Post("/sign-in?handler=Again", door.Form())).Location);
        Assert.Equal(Typed, (await malee.Get(New)).Form()[Body]);
    }

    [Fact]
    public async Task A_form_that_was_not_sealed_here_or_has_no_token_is_not_taken_in()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open(ProcessRole.Web);
        using var sokha = await Visitor.SignedIn(site, "sokha@mekong.example");
        using var stranger = new Visitor(site, "nobody@mekong.example");
        var planted = await stranger.Post(New, new() { [KeptForms.Marker] = "1", [Body] = "planted" });
        var carried = planted.Form()["carried"];
        Assert.True((await sokha.Post("/sign-in?handler=Again", new() { ["carried"] = carried })).Says("send it once more"));
        var own = new Dictionary<string, string>((await sokha.Get("/sign-in")).Form()) { ["carried"] = carried[..^2] };
        Assert.Equal("/workspace", (await sokha.Post("/sign-in?handler=Again", own)).Location);
        Assert.Equal(0, await network.Number("select count(*) from advocacy.kept_forms"));
    }
}
