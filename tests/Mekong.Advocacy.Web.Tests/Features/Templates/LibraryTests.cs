using System.Net;
using Mekong.Advocacy.Web.Features.Templates;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Templates;

public sealed class LibraryTests(TestPostgres postgres)
{
    private const string Frame = "alert/email.en.txt", Page = "/workspace/library/" + Frame, Edited = "{{subject}}\n\n{{body}}\n\nNEW FRAME {{optOut}}";

    [Fact]
    public async Task What_was_approved_leaves_in_the_frame_it_was_approved_in()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(1));
        var before = await desk.Approved(Given.Alert());
        var admin = await Office.SignIn(site, "admin@mekong.example", Role.Admin);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.Post(Page, Page, ("text", Edited.ReplaceLineEndings("\r\n")))).Status);
        var after = await desk.Approved(Given.Alert());

        await before.Does("schedule", new { at = "now" });
        await before.Is("finished");
        await after.Does("schedule", new { at = "now" });
        await after.Is("finished");
        Assert.Equal([false, true], network.Mail.Mails.Select(mail => mail.Text.Contains("NEW FRAME", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_version_is_kept_and_can_be_brought_back_and_nobody_overwrites_what_they_have_not_seen()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var admin = await Office.SignIn(site, "admin@mekong.example", Role.Admin);
        await admin.Post(Page, Page, ("text", Edited));
        await admin.Post(Page, Page, ("text", Edited + " again"));
        var refused = await admin.Post(Page, Page, ("text", "{{subject}} {{vorname}}"));
        Assert.Contains("{{vorname}} is not a field of this file", refused.Body, StringComparison.Ordinal);
        Assert.Contains(">\n{{subject}} {{vorname}}</textarea>", refused.Body, StringComparison.Ordinal); // what was typed is kept
        Assert.Contains("Somebody else changed this file", (await admin.Post(Page, Page, ("text", Edited + " late"), ("seen", "1"))).Body, StringComparison.Ordinal);
        await admin.Post(Page, Page, ("text", Edited));
        await admin.Post(Page, Page + "?handler=Reset");

        var shown = (await admin.Get(Page + "?version=2")).Body;
        Assert.Contains("<ins> again</ins>", shown, StringComparison.Ordinal);
        Assert.Contains("Version 4", shown, StringComparison.Ordinal);
        Assert.Contains("admin@mekong.example", shown, StringComparison.Ordinal);
        var versions = await site.Services.GetRequiredService<TemplateVersions>().Of(Frame, TestContext.Current.CancellationToken);
        Assert.Equal([null, Edited, Edited + " again", Edited], versions.Select(version => version.Text));
    }

    [Fact]
    public async Task Staff_read_the_library_and_only_administrators_change_it()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var reader = await Office.SignIn(site, "coordinator@mekong.example", Role.Coordinator);
        Assert.Contains("wage-theft-call", (await reader.Get("/workspace/library")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", (await reader.Get(Page)).Body, StringComparison.Ordinal);
        Assert.Contains("Your account may not do this", (await reader.Post("/workspace/account", Page, ("text", Edited))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get("/workspace/library/sms-policies.json")).Status);

        var admin = await Office.SignIn(site, "admin@mekong.example", Role.Admin);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.Post("/workspace/library", "/workspace/library", ("name", "river-day"), ("language", "vi"))).Status);
        await admin.Post("/workspace/library/texts/river-day.vi.txt", "/workspace/library/texts/river-day.vi.txt", ("text", "Ngày sông\n\nXin chào {{name}}"));
        var texts = await site.Services.GetRequiredService<ReusableTexts>().All(TestContext.Current.CancellationToken);
        Assert.Equal(["emergency-hotline-neutral", "public-hearing", "river-day", "wage-theft-call"], texts.Select(text => text.Name));
        Assert.Equal("Ngày sông", texts[2].Texts["vi"].Subject);
        Assert.Equal(7, texts[3].Texts.Count);
    }

    [Fact]
    public async Task An_approver_who_read_an_older_frame_is_asked_to_read_again()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        var campaign = await desk.Draft(Given.Alert());
        await campaign.Does("approval-request");
        var admin = await Office.SignIn(site, "admin@mekong.example", Role.Admin);
        await admin.Post(Page, Page, ("text", Edited));
        var approver = await Office.SignIn(site, "approver@mekong.example", Role.Approver);
        var approve = $"/workspace/alerts/{campaign.Id}/approve";
        Assert.Contains("Somebody changed what stands around the alert", (await approver.Post(approve, approve, ("frameSeen", "0"))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await approver.Post(approve, approve)).Status);
        await campaign.Is("approved");
    }
}
