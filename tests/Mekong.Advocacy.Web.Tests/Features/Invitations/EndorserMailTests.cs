using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Invitations;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Mekong.Advocacy.Web.Tests.Features.Sending;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Features.Invitations;

/// <summary>Whoever signed hears of it: each thing once.</summary>
public sealed class EndorserMailTests(TestPostgres postgres)
{
    public static TheoryData<string, string> Mails => new(StatementMailKind.All.SelectMany(kind => Language.All.Select(language => (kind, language))));

    [Theory]
    [MemberData(nameof(Mails))]
    public void Every_mail_is_written_in_every_language(string kind, string language)
    {
        var templates = new MessageTemplates(new AdvocacySettings());
        var (subject, html, text) = templates.Statement(kind, language, StatementMail.Sample with { Title = "Dam <hearing>" }, new Dictionary<string, string>());
        Assert.Contains("Dam <hearing>", subject, StringComparison.Ordinal);
        Assert.Contains("Dam &lt;hearing&gt;", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{StatementMail.Sample.Link}\"", html, StringComparison.Ordinal);
        Assert.Contains($"lang=\"{language}\"", html, StringComparison.Ordinal);
        Assert.Contains(StatementMail.Sample.Link, text, StringComparison.Ordinal);
        var bare = templates.Statement(kind, language, StatementMail.Sample with { Embargo = "", Link = "", Carries = false }, new Dictionary<string, string>());
        Assert.DoesNotContain(StatementMail.Sample.Embargo, bare.Text + bare.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", bare.Text + bare.Html + html + text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thanks_delivery_answer_and_outcome_are_mailed_once_each()
    {
        await using var chamber = await Chamber.Open(postgres);
        var river = await chamber.Member("River Union", "RU");
        var id = await chamber.Opened();
        using var visitor = chamber.Site.Public();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = "en", ["textHash"] = await chamber.Hash(id), ["display"] = "Shown" });
        Assert.Equal(302, (int)(await visitor.Ask(HttpMethod.Post, Chamber.Path(await chamber.MailTo(river.Email)) + "?handler=Sign", form)).StatusCode);
        var thanks = await chamber.MailTo(river.Email, "thanks");
        Assert.Matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}", Chamber.Words(thanks));
        Assert.Contains(await chamber.Hash(id), Chamber.Words(thanks), StringComparison.Ordinal);

        var (package, hash) = (Guid.NewGuid(), new string('a', 64));
        await chamber.Happens(id,
            new StatementClosed(chamber.Now, new RegisterMark(1, hash, hash), 1, 0),
            new TransmissionRecorded(Guid.NewGuid(), Guid.NewGuid(), "labour", TransmissionChannel.Email, package, hash, Arrived: false, "451 later", null, chamber.Now),
            new TransmissionRecorded(Guid.NewGuid(), Guid.NewGuid(), "labour", TransmissionChannel.Email, package, hash, Arrived: true, "250 OK", null, chamber.Now));
        await chamber.MailTo(river.Email, "delivered");
        await chamber.Happens(id, new TransmissionRecorded(Guid.NewGuid(), Guid.NewGuid(), "labour", TransmissionChannel.Portal, package, hash, Arrived: true, "accepted", null, chamber.Now));
        await chamber.Happens(id, new ReplyReceived(Guid.NewGuid(), Guid.NewGuid(), "labour", "The ministry invites us.", null, chamber.Now), new OutcomeRecorded(Guid.NewGuid(), "Wages were paid."));
        Assert.Contains("The ministry invites us.", Chamber.Words(await chamber.MailTo(river.Email, "answered")), StringComparison.Ordinal);
        Assert.Contains("Wages were paid.", Chamber.Words(await chamber.MailTo(river.Email, "outcome")), StringComparison.Ordinal);
        foreach (var job in await chamber.Jobs(CommandNames.TellEndorsers)) await chamber.Run(CommandNames.Read(job.Job.Command, job.Job.Arguments));
        foreach (var job in await chamber.Jobs(CommandNames.MailEndorser)) await chamber.Run(CommandNames.Read(job.Job.Command, job.Job.Arguments));
        await chamber.Quiet();
        Assert.Single(chamber.Mails(river.Email, "thanks"));
        Assert.Single(chamber.Mails(river.Email, "delivered"));
        Assert.Single(chamber.Mails(river.Email, "answered"));
        Assert.Single(chamber.Mails(river.Email, "outcome"));
        Assert.Equal(4, await chamber.Network.Number("select count(*) from advocacy.endorser_mails where sent_at is not null"));
    }
}
