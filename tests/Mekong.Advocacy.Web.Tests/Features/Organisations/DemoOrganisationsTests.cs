using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Features.Demo;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Organisations;

public sealed class DemoOrganisationsTests(TestPostgres postgres)
{
    [Fact]
    public async Task The_demonstration_has_members_an_observer_a_branch_and_one_from_outside_and_its_views_can_be_made_anew()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open(ProcessRole.Web);
        await using (var scope = site.Services.CreateAsyncScope()) Assert.True(await scope.ServiceProvider.GetRequiredService<DemoNetwork>().LoadOnce(CancellationToken.None));
        var reads = site.Services.GetRequiredService<OrganisationReads>();
        var all = await reads.List(new(), after: null, 100, CancellationToken.None);
        Assert.Equal((14, 1, 1), (all.Count(row => row.Standing == OrganisationStanding.Member), all.Count(row => row.Standing == OrganisationStanding.Observer), all.Count(row => row.Standing == OrganisationStanding.Pending)));
        Assert.Equal(all.Single(row => row.Acronym == "HWC").Id, all.Single(row => row.ParentId is not null).ParentId);
        Assert.Equal((16, 15), (await network.Number("select count(*) from advocacy.focal_points"), await network.Number("select count(*) from advocacy.mandates")));
        var market = all.Single(row => row.Acronym == "MMWA");
        Assert.Equal(("สมาคมแรงงานตลาดเช้า", "Morning Market Workers' Association"), (OrganisationReads.Name(market, "th").Name, OrganisationReads.Name(market, "vi").Name));

        var before = await network.Number("select hashtext(string_agg(o::text, '' order by id)) from advocacy.organisations o");
        foreach (var view in new[] { "advocacy.organisations", "advocacy.mandates", "advocacy.organisation_history" })
            await site.Services.GetRequiredService<Mekong.Advocacy.Engines.Seams.IViewRebuild>().Rebuild(view, new Progress<long>(), CancellationToken.None);
        Assert.Equal(before, await network.Number("select hashtext(string_agg(o::text, '' order by id)) from advocacy.organisations o"));
    }
}
