using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.FollowUps;
using Mekong.Advocacy.Web.Features.Invitations;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Templates;

/// <summary>A file as a reader would see what it makes.</summary>
/// <param name="Html">Null: it makes plain text.</param>
public sealed record Sample(string? Html, string Text);

/// <summary>Shows what a file makes of a text of the library and an invented reader, with everything else as it stands now.</summary>
public sealed class TemplateSamples(AdvocacySettings settings, TemplateVersions versions, ReusableTexts texts)
{
    private static readonly Personal Reader = new("Sokha", "River House", "Cambodia", "https://example.org/u/1.sample", "https://example.org/m/1.sample");

    public async Task<Sample> Of(string file, string text, CancellationToken ct)
    {
        var edited = new Dictionary<string, string>(await versions.AsOf(at: null, ct)) { [file] = text };
        var templates = new MessageTemplates(settings); // of its own: what is only tried leaves nothing behind
        var language = TemplateFiles.LanguageOf(file);
        if (file.StartsWith("notice/", StringComparison.Ordinal))
        {
            var notice = templates.Notice(Path.GetFileName(file).Split('.')[0], language, "Sesan hearing", new Uri("https://example.org/workspace"), edited);
            return new Sample(file.EndsWith(".html", StringComparison.Ordinal) ? notice.Html : null, $"{notice.Subject}\n\n{notice.Text}");
        }
        if (file.StartsWith("sign-on/confirm.", StringComparison.Ordinal))
        {
            var mail = templates.Confirmation(language, "Pay what is owed", Reader.Organisation, new Uri("https://example.org/sign/1.sample"), edited);
            return new Sample(file.EndsWith(".html", StringComparison.Ordinal) ? mail.Html : null, $"{mail.Subject}\n\n{mail.Text}");
        }
        if (file.StartsWith("statement/", StringComparison.Ordinal))
        {
            var letter = templates.Statement(Path.GetFileName(file).Split('.')[0], language, StatementMail.Sample, edited);
            return new Sample(file.EndsWith(".html", StringComparison.Ordinal) ? letter.Html : null, $"{letter.Subject}\n\n{letter.Text}");
        }
        if (file.StartsWith("follow-up/", StringComparison.Ordinal))
        {
            var kind = Path.GetFileName(file).Split('.')[0];
            if (kind.StartsWith("sms-", StringComparison.Ordinal)) return new Sample(null, templates.FollowUpText(kind[4..], language, FollowUpMail.Sample, edited));
            var reminder = templates.FollowUp(kind, language, FollowUpMail.Sample, edited);
            return new Sample(file.EndsWith(".html", StringComparison.Ordinal) ? reminder.Html : null, $"{reminder.Subject}\n\n{reminder.Text}");
        }
        if (file.StartsWith("brief/", StringComparison.Ordinal))
        {
            var cover = templates.Brief(language, "Regional labour forum", "https://example.org/en/tracker", edited);
            return new Sample(file.EndsWith(".html", StringComparison.Ordinal) ? cover.Html : null, $"{cover.Subject}\n\n{cover.Text}");
        }
        var isText = TemplateFiles.TextName(file) is not null;
        var message = file == "web.html" ? templates.Web(await Example(language, ct), language, edited) : templates.Alert(isText ? TextFile.Read(text) : await Example(language, ct), language, edited);
        return file.StartsWith("alert/sms.", StringComparison.Ordinal) ? new Sample(null, message.SmsFor(Reader))
            : file.EndsWith(".txt", StringComparison.Ordinal) && !isText ? new Sample(null, message.TextFor(Reader))
            : new Sample(message.HtmlFor(Reader), message.TextFor(Reader));
    }

    private async Task<AlertText> Example(string language, CancellationToken ct) =>
        (await texts.All(ct)).Select(text => text.Texts.GetValueOrDefault(language)).LastOrDefault(text => text is not null)
            ?? new AlertText("Subject", "Body", "Text");
}
