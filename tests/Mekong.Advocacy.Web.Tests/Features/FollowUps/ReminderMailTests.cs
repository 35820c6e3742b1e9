using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.FollowUps;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Tests.Features.FollowUps;

/// <summary>What leaves because of steps, in every language.</summary>
public sealed class ReminderMailTests
{
    public static TheoryData<string, string> Mails => new(FollowUpMailKind.All.SelectMany(kind => Language.All.Select(language => (kind, language))));

    private static readonly Dictionary<string, string> Unedited = [];

    [Theory]
    [MemberData(nameof(Mails))]
    public void Every_mail_is_written_in_every_language(string kind, string language)
    {
        var templates = new MessageTemplates(new AdvocacySettings());
        var (subject, html, text) = templates.FollowUp(kind, language, FollowUpMail.Sample with { Step = "Dam <hearing>", Owner = "House & River" }, Unedited);
        Assert.Contains(kind == FollowUpMailKind.Digest ? "House & River" : "Dam <hearing>", subject, StringComparison.Ordinal);
        Assert.Contains(kind == FollowUpMailKind.Digest ? "House &amp; River" : "Dam &lt;hearing&gt;", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{FollowUpMail.Sample.Link}\"", html, StringComparison.Ordinal);
        Assert.Contains($"lang=\"{language}\"", html, StringComparison.Ordinal);
        Assert.Contains(FollowUpMail.Sample.Link, text, StringComparison.Ordinal);
        var office = templates.FollowUp(kind, language, FollowUpMail.Sample with { IsPersonal = false }, Unedited);
        Assert.Equal(kind == FollowUpMailKind.Escalation, office.Text == templates.FollowUp(kind, language, FollowUpMail.Sample, Unedited).Text);
        Assert.DoesNotContain("{{", subject + html + text + office.Html + office.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Texts => new(FollowUpMailKind.Texted.SelectMany(kind => Language.All.Select(language => (kind, language))));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_text_is_written_in_every_language_and_ends_in_its_link(string kind, string language)
    {
        var text = new MessageTemplates(new AdvocacySettings()).FollowUpText(kind, language, FollowUpMail.Sample, Unedited);
        Assert.Contains(FollowUpMail.Sample.Step, text, StringComparison.Ordinal);
        Assert.EndsWith($" {FollowUpMail.Sample.Link}", text, StringComparison.Ordinal);
    }
}
