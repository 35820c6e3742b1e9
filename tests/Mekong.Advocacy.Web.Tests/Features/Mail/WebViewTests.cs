using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Features.Outbox;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Web.Tests.Features.Mail;

/// <summary>A mail read on the web, by its reader or by whoever was given the address.</summary>
public sealed partial class WebViewTests(TestPostgres postgres)
{
    private static readonly object Alert = new
    {
        name = "Amnesty",
        texts = new
        {
            en = new { subject = "Dear {{name}}", body = "The amnesty **ends**, {{name}} of {{organisation}} in {{country}}.", sms = "Amnesty ends: {{link}}" },
            km = new { subject = "ជូនចំពោះ {{name}}", body = "ការលើកលែងទោស **ផុតកំណត់**", sms = "" },
        },
        audience = new { topics = new[] { "wages" }, channels = new[] { "email", "sms" } },
        fallback = "english",
    };

    [Fact]
    public async Task The_page_says_what_the_mail_says_and_tells_nothing_of_its_reader()
    {
        await using var network = await Network.Create(postgres);
        await using var site = await network.Open();
        var desk = await site.Desk();
        await desk.Import(Given.Header
            + "Sokha Chan,sokha@readers.example,,km,KH,Rivers & Roots,wages,form,2026-01-15\nMalee,,+85512000001,en,KH,,wages,form,2026-01-15\n");
        var campaign = await desk.SendAll(Alert);
        var mail = Eml.Part(network.Mail.Mails[0].Text, "text/html");
        var link = new Uri(Web().Match(mail).Groups[1].Value);
        using var anyone = site.Public();

        using var answer = await anyone.Ask(HttpMethod.Get, link.PathAndQuery);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(("no-store", "noindex, nofollow"), (answer.Headers.CacheControl!.ToString(), answer.Headers.GetValues("X-Robots-Tag").Single()));
        Assert.Contains("<html lang=\"km\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.Contains("<strong>ផុតកំណត់</strong>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sokha", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/u/", page, StringComparison.Ordinal); // whoever is given the page cannot opt its reader out
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);

        var english = await Read(anyone, $"{link.PathAndQuery}/en");
        Assert.Contains($"<html lang=\"en\"", english, StringComparison.Ordinal);
        Assert.Contains("friend of your organisation in your country", english, StringComparison.Ordinal);
        Assert.DoesNotContain("Rivers", english, StringComparison.Ordinal);

        var text = network.Twilio.Messages.Single().Body;
        Assert.Contains("The amnesty <strong>ends</strong>", await Read(anyone, new Uri(Address().Match(text).Value).PathAndQuery), StringComparison.Ordinal);

        foreach (var wrong in new[] { "/m/1.x", $"{link.PathAndQuery}x", $"{link.PathAndQuery}/th", link.PathAndQuery.Replace("/m/", "/u/", StringComparison.Ordinal) })
            Assert.Equal(HttpStatusCode.NotFound, (await anyone.Ask(HttpMethod.Get, wrong)).StatusCode);

        await Follow(site, campaign.Id, RelationKind.Cancellation);
        var after = await Read(anyone, $"{link.PathAndQuery}/en");
        Assert.Contains("This message has been withdrawn.", after, StringComparison.Ordinal);
        Assert.Contains("Withdrawn: friend", after, StringComparison.Ordinal);
    }

    private static async Task<string> Read(HttpClient anyone, string path)
    {
        using var answer = await anyone.Ask(HttpMethod.Get, path);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task Follow(Site site, Guid earlier, RelationKind kind)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var decider = scope.ServiceProvider.GetRequiredService<Decider>();
        var (id, author) = (Guid.NewGuid(), Guid.NewGuid());
        var content = new AlertContent(
            "Withdrawn", new Dictionary<string, AlertText> { ["en"] = new("Withdrawn: {{name}}", "It was wrong.", "It was wrong.") },
            new Audience([], [], [], [], ["email"]) { Relation = new Relation(kind, earlier) }, Domain.Languages.Fallback.English);
        foreach (var decide in new Func<Alert, Domain.Kernel.Decision<AlertEvent>>[]
        {
            alert => alert.Draft(author, content), alert => alert.RequestApproval(author), alert => alert.Approve(Guid.NewGuid(), content.Hash),
            alert => alert.Schedule(DateTimeOffset.UtcNow.AddMinutes(1), null, DateTimeOffset.UtcNow), alert => alert.StartSending(1, DateTimeOffset.UtcNow.AddHours(1)),
        })
            Assert.False((await decider.Decide(Domain.Alerts.Alert.Fold, id, decide, CancellationToken.None)).Refused);
    }

    [GeneratedRegex("href=\"([^\"]+/m/[^\"]+)\"")] private static partial Regex Web();
    [GeneratedRegex("https://[^ \n]+/m/[^ \n]+")] private static partial Regex Address();
}
