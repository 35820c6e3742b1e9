using System.Text.Json;
using MediatR;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Notices;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Notices;

public sealed class NoticesTests(TestPostgres postgres)
{
    private const string Raid = "Raid tonight; nobody else is awake.";

    public static TheoryData<string, string> Notices => new(NoticeKind.All.SelectMany(kind => Language.All.Select(language => (kind, language))));

    [Theory]
    [MemberData(nameof(Notices))]
    public void Every_notice_is_written_in_every_language(string kind, string language)
    {
        var (subject, html, text) = new MessageTemplates(new AdvocacySettings()).Notice(kind, language, "Dam <hearing>", new Uri("https://example.org/workspace/alerts/1"), new Dictionary<string, string>());
        Assert.Contains("Dam <hearing>", subject, StringComparison.Ordinal);
        Assert.Contains("Dam &lt;hearing&gt;", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/workspace/alerts/1\"", html, StringComparison.Ordinal);
        Assert.Contains($"lang=\"{language}\"", html, StringComparison.Ordinal);
        Assert.EndsWith("https://example.org/workspace/alerts/1", text, StringComparison.Ordinal);
        Assert.DoesNotContain(subject, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_administrator_hears_of_an_emergency_in_their_language_and_a_second_run_is_the_same_mail()
    {
        await using var network = await Network.Create(postgres);
        network.Settings["Email:Notices"] = "true";
        await using var site = await network.Open();
        var desk = await site.Desk();
        await site.As(Role.Admin, "first@office.example");
        await site.As(Role.Admin, "second@office.example");
        var second = await Office.SignIn(site, "second@office.example", Role.Admin);
        await second.Post("/workspace/account", "/workspace/account?handler=Language", ("language", "km"));
        var campaign = await desk.Draft(Given.Alert());
        await campaign.Does("emergency-release", new { contentHash = campaign.Hash, reason = Raid });

        await Until.True(() => network.Mail.Count == 2, "both administrators are written to");
        var mails = network.Mail.Mails.OrderBy(mail => mail.To).ToList();
        Assert.Equal(["first@office.example", "second@office.example"], mails.Select(mail => mail.To));
        Assert.Contains("Content-Language: en", mails[0].Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Content-Language: km", mails[1].Text, StringComparison.OrdinalIgnoreCase);
        Assert.All(mails, mail => Assert.DoesNotContain("Raid", mail.Text, StringComparison.Ordinal)); // the reason stays behind the sign-in

        var jobs = (await site.Services.GetRequiredService<IJobScheduler>().List(TestContext.Current.CancellationToken)).Where(job => job.Job.Command == CommandNames.MailNotice).ToList();
        Assert.Equal(2, jobs.Count);
        Assert.All(jobs, job => Assert.DoesNotContain("@", job.Job.Key + job.Job.Arguments, StringComparison.Ordinal));
        await Run(site, JsonSerializer.Deserialize<MailNotice>(jobs[0].Job.Arguments)!);
        Assert.Equal((2, 1), network.Mail.Tally());
    }

    [Fact]
    public async Task Approvers_hear_of_a_request_and_authors_of_a_no()
    {
        await using var network = await Network.Create(postgres);
        network.Settings["Email:Notices"] = "true";
        await using var site = await network.Open();
        var desk = await site.Desk();
        var campaign = await desk.Draft(Given.Alert());
        await campaign.Does("approval-request");
        await Until.True(() => network.Mail.Count == 1, "the approver is asked");
        Assert.Equal("approver@mekong.example", network.Mail.Mails[0].To);
        Assert.Contains($"/workspace/alerts/{campaign.Id}/approve", network.Mail.Mails[0].Text.Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await campaign.Does("send-back", new { contentHash = campaign.Hash, reason = "No date." }, desk.Approver);
        await Until.True(() => network.Mail.Count == 2, "the author is told");
        Assert.Equal("coordinator@mekong.example", network.Mail.Mails[1].To);
    }

    [Fact]
    public async Task A_server_that_says_not_now_is_asked_again_and_one_that_says_no_is_not()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        var campaign = await desk.Draft(Given.Alert());
        await using var scope = site.Services.CreateAsyncScope();
        var admin = await scope.ServiceProvider.GetRequiredService<AccountDesk>().Ensure("first@office.example", Role.Admin);
        var notice = new MailNotice(NoticeKind.SentBack, campaign.Id, 1, admin.Id);
        network.Mail.Script = SinkScript.On("RCPT", "451 4.2.0 Later");
        Assert.DoesNotContain("@", (await Assert.ThrowsAsync<NoticeNotTakenException>(() => Run(site, notice))).Message, StringComparison.Ordinal);
        network.Mail.Script = SinkScript.On("RCPT", "550 5.1.1 No such user");
        await Run(site, notice);
        Assert.Equal(0, network.Mail.Count);
    }

    private static async Task Run(Site site, MailNotice notice)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomePlatform();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(notice, TestContext.Current.CancellationToken);
    }
}
