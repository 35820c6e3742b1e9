using System.Net;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Approval;

/// <summary>The way from the last step to an approval, a no, or an emergency, in the pages and over the API.</summary>
public sealed class ApprovalPagesTests(TestPostgres postgres)
{
    private const string Why = "The date is wrong.", Raid = "Raid tonight; nobody else is awake.";

    [Fact]
    public async Task An_approver_sends_back_and_later_sees_what_changed_since()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(3));
        var campaign = await desk.Draft(Given.Alert());
        var (check, approve) = ($"/workspace/alerts/{campaign.Id}/check", $"/workspace/alerts/{campaign.Id}/approve");
        var author = await Office.SignIn(site, "coordinator@mekong.example", Role.Coordinator);
        var approver = await Office.SignIn(site, "approver@mekong.example", Role.Approver);

        var shown = (await author.Get(check)).Body;
        Assert.Contains("Ask a second person to approve this for 3 contact points", shown, StringComparison.Ordinal);
        Assert.Contains("<li>approver@mekong.example</li>", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await author.Post(check, check + "?handler=RequestApproval")).Status);
        Assert.Contains("Give the reason", (await approver.Post(approve, approve + "?handler=SendBack", ("reason", " "))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await approver.Post(approve, approve + "?handler=SendBack", ("reason", Why))).Status);
        Assert.Equal("draft", (await campaign.Now()).Stage);

        var put = await desk.Coordinator.Put($"/alerts/{campaign.Id}", new
        {
            name = "Alert on wages",
            texts = new { en = new { subject = "Dear {{name}}", body = "The amnesty **begins**.", sms = "Amnesty ends. {{name}}" } },
            audience = new { channels = new[] { "email" } },
            fallback = "english",
        });
        Assert.Equal(200, put.Code);
        await campaign.Does("approval-request");
        shown = (await approver.Get(approve)).Body;
        Assert.Contains("The amnesty **<del>ends</del><ins>begins</ins>**.", shown, StringComparison.Ordinal);
        Assert.Contains("<del>wages</del> <ins>all</ins>", shown, StringComparison.Ordinal);
        Assert.Contains(Why, shown, StringComparison.Ordinal);
        Assert.Equal(409, (await campaign.Try("send-back", new { contentHash = campaign.Hash, reason = Why }, desk.Approver)).Code); // read before the edit
        Assert.Equal(HttpStatusCode.Redirect, (await approver.Post(approve, approve)).Status);
        await campaign.Is("approved");
    }

    [Fact]
    public async Task One_person_releases_in_an_emergency_and_the_mark_stays()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(2));
        var campaign = await desk.Draft(Given.Alert());
        Assert.Equal(403, (await campaign.Try("emergency-release", new { contentHash = campaign.Hash, reason = Raid }, desk.Approver)).Code);
        Assert.Equal("alert.needs-reason", (await campaign.Try("emergency-release", new { contentHash = campaign.Hash })).Json.GetProperty("code").GetString());
        var author = await Office.SignIn(site, "coordinator@mekong.example", Role.Coordinator);
        var check = $"/workspace/alerts/{campaign.Id}/check";
        Assert.Equal(HttpStatusCode.Redirect, (await author.Post(check, check + "?handler=Release", ("reason", Raid))).Status);
        await campaign.Does("schedule", new { at = "now" });
        Assert.Equal(2, (await campaign.Is("finished")).Sent);
        foreach (var page in new[] { "", "/report", "/check", "/approve" })
        {
            var shown = (await author.Get($"/workspace/alerts/{campaign.Id}{page}")).Body;
            Assert.Contains("Released by one person in an emergency", shown, StringComparison.Ordinal);
            Assert.Contains(Raid, shown, StringComparison.Ordinal);
        }
        Assert.Contains("Released by one person in an emergency", (await author.Get("/workspace/alerts")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_is_told_beforehand_and_gaps_lead_to_their_step()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        var campaign = await desk.Draft(new { name = "Half", texts = new { en = new { subject = "S", body = "B" } }, audience = new { channels = new[] { "email", "sms" } }, fallback = "english" });
        var author = await Office.SignIn(site, "coordinator@mekong.example", Role.Coordinator);
        var shown = (await author.Get($"/workspace/alerts/{campaign.Id}/check")).Body;
        Assert.Contains($"/workspace/alerts/{campaign.Id}/write#texts\"", shown, StringComparison.Ordinal);
        Assert.Contains($"/workspace/alerts/{campaign.Id}/audience#fallback\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask a second person", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Release without", shown, StringComparison.Ordinal);

        var own = await desk.Draft(Given.Alert());
        await own.Does("approval-request");
        var approve = (await author.Get($"/workspace/alerts/{own.Id}/approve")).Body;
        Assert.Contains("A second person must approve it", approve, StringComparison.Ordinal);
        Assert.DoesNotContain("Approve exactly this", approve, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await author.Get($"/workspace/alerts/{Guid.NewGuid()}/check")).Status);
    }
}
