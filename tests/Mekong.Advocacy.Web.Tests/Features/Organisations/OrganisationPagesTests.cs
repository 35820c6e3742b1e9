using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;

namespace Mekong.Advocacy.Web.Tests.Features.Organisations;

/// <summary>The pages, over HTTP and without scripts.</summary>
public sealed class OrganisationPagesTests(Registry registry) : IClassFixture<Registry>
{
    private const string List = "/workspace/organisations", New = "/workspace/organisations/new";

    [Fact]
    public async Task An_organisation_is_entered_and_what_was_typed_is_kept_with_each_fault_at_its_field()
    {
        var office = await Office.SignIn(registry.Site, "coordinator@mekong.example", Role.Coordinator);
        var faulty = (await office.Post(New, New, ("names[km]", "..."), ("acronym", "MPL"), ("country", "KH"), ("standing", "Member"))).Body;
        Assert.Contains("href=\"#names.km\"", faulty, StringComparison.Ordinal);
        Assert.Contains("value=\"MPL\"", faulty, StringComparison.Ordinal);
        var made = await office.Post(New, New, ("names[en]", "Maple Lane"), ("names[km]", "ផ្លូវម៉េផល"), ("acronym", "MPL"), ("country", "KH"), ("standing", "Member"));
        Assert.Equal(HttpStatusCode.Redirect, made.Status);
        var near = (await office.Post(New, New, ("names[en]", "Maple Lanes"), ("country", "KH"), ("standing", "Member"))).Body;
        Assert.Contains("a similar name", near, StringComparison.Ordinal);
        Assert.Contains("name=\"isAnother\"", near, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await office.Post(New, New, ("names[en]", "Maple Lanes"), ("country", "KH"), ("standing", "Member"), ("isAnother", "true"))).Status);
        Assert.Contains("MPL", (await office.Get($"{List}?search={Uri.EscapeDataString("វម៉េ")}&standing=Member&country=KH")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_focal_point_and_a_mandate_by_the_board_are_entered_on_the_page()
    {
        var office = await Office.SignIn(registry.Site, "coordinator@mekong.example", Role.Coordinator);
        var (id, paper) = (await registry.Member("Nutmeg Sailors"), Answers.Made(await registry.Upload()));
        var page = $"{List}/{id}";
        var faulty = (await office.Post(page, page + "?handler=FocalPoint", ("name", "Sreymom"), ("email", "s"), ("language", "km"))).Body;
        Assert.Contains("value=\"Sreymom\"", faulty, StringComparison.Ordinal);
        Assert.Contains("href=\"#capacity\"", faulty, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await office.Post(page, page + "?handler=FocalPoint", ("name", "Sreymom"), ("capacity", "Chair"), ("email", "s@nutmeg.example"), ("language", "km"))).Status);
        var officer = Regex.Match((await office.Get(page)).Body, "name=\"person\" value=\"([^\"]+)\"").Groups[1].Value;
        var noDay = (await office.Post(page, page + "?handler=Mandate", ("officerId", officer), ("kind", "Board"), ("from", "yesterday"), ("evidenceId", paper.ToString()))).Body;
        Assert.Contains("“yesterday” is not a day", noDay, StringComparison.Ordinal);
        Assert.Contains($"name=\"evidenceId\" value=\"{paper}\"", noDay, StringComparison.Ordinal); // the paper need not be chosen again
        Assert.Equal(HttpStatusCode.Redirect, (await office.Post(page, page + "?handler=Mandate", ("newId", Guid.NewGuid().ToString()), ("officerId", officer), ("kind", "Board"), ("from", "2026-01-05"), ("until", "2126-01-04"), ("evidenceId", paper.ToString()))).Status);
        var shown = (await office.Get(page)).Body;
        Assert.Contains("2026-01-05 00:00 Phnom Penh", shown, StringComparison.Ordinal);
        Assert.Contains("2126-01-05 00:00 Phnom Penh", shown, StringComparison.Ordinal); // the last day is whole
        Assert.Contains("in force", shown, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", (await office.Get($"{page}?handler=Evidence&file={paper}")).Body, StringComparison.Ordinal);
        Assert.Contains("Sreymom", (await office.Get($"{page}?officer={officer}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outside_organisation_is_vouched_for_on_its_page_and_refused_with_a_reason()
    {
        var office = await Office.SignIn(registry.Site, "coordinator@mekong.example", Role.Coordinator);
        var (outside, member) = (await registry.Outside("Olive Grove Trust"), await registry.Speaking("Poplar Drivers"));
        var page = $"{List}/{outside}";
        Assert.Equal(HttpStatusCode.Redirect, (await office.Post(page, page + "?handler=Vouch", ("voucher", $"{member.Id}|{member.Officer}"))).Status);
        var vouched = (await office.Get(page)).Body;
        Assert.Contains("These members vouch for it", vouched, StringComparison.Ordinal);
        Assert.Contains("Poplar Drivers", vouched, StringComparison.Ordinal);
        Assert.Contains("href=\"#refusal\"", (await office.Post(page, page + "?handler=Refuse", ("reason", " "))).Body, StringComparison.Ordinal);
        await office.Post(page, page + "?handler=Refuse", ("reason", "Nobody answers there"));
        Assert.Contains("Nobody answers there", (await office.Get(page)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_observer_sees_organisations_and_nobody_in_them()
    {
        var (id, officer) = await registry.Speaking("Quince Weavers");
        var observer = await Office.SignIn(registry.Site, "observer@mekong.example", Role.Observer);
        Assert.Contains("Quince Weavers", (await observer.Get(List)).Body, StringComparison.Ordinal);
        var (status, body) = await observer.Get($"{List}/{id}");
        Assert.Equal(HttpStatusCode.OK, status);
        foreach (var hidden in new[] { "Bopha", officer.ToString(), "<form method=\"post\"", "coordinator@" }) Assert.DoesNotContain(hidden, body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await observer.Get(New)).Status);
    }
}
