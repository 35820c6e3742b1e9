using System.Text.Json;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Outbox;
using Mekong.Advocacy.Web.Features.TestSends;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Mail;

/// <summary>Colleagues see an alert before anybody else does, and the alert remembers what they saw.</summary>
public sealed class TestSendTests(TestPostgres postgres)
{
    [Fact]
    public async Task A_trial_goes_to_named_colleagues_once_and_an_edit_makes_it_old()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Readers(3));
        var campaign = await desk.Draft(Given.Alert("wages", "email", "sms"));
        var (malee, khin) = (await Reviewer(site, "malee@mekong.example", "+66812345678"), await Reviewer(site, "khin@mekong.example", null));

        Assert.Equal(422, (await desk.Coordinator.Post($"/alerts/{campaign.Id}/tests", new { reviewers = Array.Empty<Guid>(), languages = new[] { "en" }, channels = new[] { "email" } })).Code);
        Assert.Equal(422, (await desk.Coordinator.Post($"/alerts/{campaign.Id}/tests", new { reviewers = new[] { malee }, languages = new[] { "km" }, channels = new[] { "email" } })).Code);
        Assert.Equal(403, (await desk.Approver.Post($"/alerts/{campaign.Id}/tests", new { reviewers = new[] { malee }, languages = new[] { "en" }, channels = new[] { "email" } })).Code);
        var asked = await desk.Coordinator.Post($"/alerts/{campaign.Id}/tests", new { reviewers = new[] { malee, khin }, languages = new[] { "en", "km" }, channels = new[] { "email", "sms" } });
        Assert.Equal(202, asked.Code);

        var trials = await Until.Sees(() => Trials(desk, campaign), all => all.Count == 4 && all.All(trial => trial.Arrived is not null), "all four have an answer");
        Assert.All(trials, trial => Assert.True(trial.Exact));
        Assert.Equal(
            [(khin, "email", true), (khin, "sms", false), (malee, "email", true), (malee, "sms", true)],
            trials.Select(trial => (trial.Reviewer, trial.Channel, trial.Arrived!.Value)).OrderBy(trial => trial.Reviewer != khin).ThenBy(trial => trial.Channel, StringComparer.Ordinal));
        Assert.Equal(["khin@mekong.example", "malee@mekong.example"], network.Mail.Mails.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.All(network.Mail.Mails, mail => Assert.StartsWith("[Test] Dear friend", Eml.Header(mail.Text, "Subject"), StringComparison.Ordinal));
        Assert.Equal(("+66812345678", true), (network.Twilio.Messages.Single().To, network.Twilio.Messages.Single().Body.StartsWith("[Test] Amnesty", StringComparison.Ordinal)));

        // The same job once more sends nothing: it has an answer.
        await using (var scope = site.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(
                new SendTestMessage(campaign.Id, asked.Json.GetProperty("testId").GetGuid(), malee, "en", "email"), CancellationToken.None);
        Assert.Equal(2, network.Mail.Count);

        using var anyone = site.Public();
        Assert.Contains("nothing to stop", await (await anyone.Ask(HttpMethod.Get, $"/u/{Links.Trial}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(200, (int)(await anyone.Ask(HttpMethod.Post, $"/u/{Links.Trial}")).StatusCode);
        Assert.Equal(0, await network.Number("select count(*) from advocacy.consents where withdrawn_at is not null"));

        await desk.Coordinator.Put($"/alerts/{campaign.Id}", Given.Alert("wages", "email"));
        Assert.All(await Trials(desk, campaign), trial => Assert.False(trial.Exact));
        Assert.Equal(0, await network.Number($"select count(*) from es.mt_events where data::text like '%malee%' or data::text like '%66812345678%'"));
    }

    [Fact]
    public async Task A_mail_that_phones_would_cut_off_is_not_put_up_for_approval()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        var campaign = await desk.Draft(new
        {
            name = "Long",
            texts = new { my = new { subject = "ရှည်", body = string.Concat(Enumerable.Repeat("လုပ်ခလစာ ရရှိရန်။ ", 600)), sms = "" } },
            audience = new { channels = new[] { "email" } },
            fallback = "next",
        });
        var answer = await campaign.Try("approval-request");
        Assert.Equal((422, "alert.mail-too-large"), (answer.Code, answer.Json.GetProperty("code").GetString()));
        Assert.Equal("texts.my.body", answer.Json.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    private static async Task<Guid> Reviewer(Site site, string email, string? phone)
    {
        await site.As(Role.Approver, email);
        await using var scope = site.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByEmailAsync(email))!;
        account.PhoneNumber = phone;
        await accounts.UpdateAsync(account);
        return account.Id;
    }

    private static async Task<List<Trial>> Trials(Desk desk, Campaign campaign) =>
        (await desk.Coordinator.Get($"/alerts/{campaign.Id}/tests")).Json.Deserialize<List<Trial>>(JsonSerializerOptions.Web)!;
}
