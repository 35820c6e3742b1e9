using System.Collections.Concurrent;
using HandlebarsDotNet;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Features.FollowUps;
using Mekong.Advocacy.Web.Features.Invitations;
using Mekong.Advocacy.Web.Hosting;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>The files under templates/: one per message and language, read once, failing loudly on a field they misspell.</summary>
public sealed class MessageTemplates(AdvocacySettings settings)
{
    private readonly IHandlebars html = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true });

    private readonly IHandlebars plain = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, NoEscape = true });

    private static readonly Dictionary<string, string> Unedited = [];

    private readonly ConcurrentDictionary<(string File, string? Edited), HandlebarsTemplate<object, object>> compiled = new();

    /// <param name="edited">Templates that were edited on a page, by file name; the others come from the folder.</param>
    public AlertMessage Alert(AlertText text, string language, IReadOnlyDictionary<string, string>? edited = null)
    {
        edited ??= Unedited;
        var (subject, body, optOut, webView) = (AlertMessage.WithMarks(text.Subject), AlertMessage.WithMarks(text.Body), AlertMessage.Mark("optOut"), AlertMessage.Mark("link"));
        return new AlertMessage(
            language,
            subject,
            Frame(edited, language, subject, Render(edited, html, $"alert/email.{language}.html", new { subject, body = Body(body), optOut, webView })),
            Render(edited, plain, $"alert/email.{language}.txt", new { subject, body = Markdown.ToText(body, settings.PublicUrl), optOut, webView }),
            Render(edited, plain, $"alert/sms.{language}.txt", new { body = AlertMessage.WithMarks(text.Sms), optOut, webView }));
    }

    /// <summary>What the mail says, framed as the mail is, without the footer that concerns its one reader.</summary>
    public AlertMessage Web(AlertText text, string language, IReadOnlyDictionary<string, string>? edited = null)
    {
        edited ??= Unedited;
        var (subject, body) = (AlertMessage.WithMarks(text.Subject), AlertMessage.WithMarks(text.Body));
        return new AlertMessage(language, subject, Frame(edited, language, subject, Render(edited, html, "web.html", new { subject, body = Body(body) })), "", "");
    }

    private string Body(string markdown) => MailStyles.Buttons(Markdown.ToHtml(markdown, settings.PublicUrl));

    /// <summary>A notice to an account of the office; the first line of its plain text is the subject.</summary>
    public (string Subject, string Html, string Text) Notice(string kind, string language, string alert, Uri link, IReadOnlyDictionary<string, string> edited) =>
        Letter(edited, language, $"notice/{kind}.{language}", new { alert, link = link.AbsoluteUri });

    /// <summary>The link by which whoever filled in the public form shows that the address is theirs.</summary>
    public (string Subject, string Html, string Text) Confirmation(string language, string title, string name, Uri link, IReadOnlyDictionary<string, string> edited) =>
        Letter(edited, language, $"sign-on/confirm.{language}", new { title, name, link = link.AbsoluteUri });
    /// <summary>A mail to somebody who may sign a statement, or has.</summary>
    public (string Subject, string Html, string Text) Statement(string kind, string language, StatementMail mail, IReadOnlyDictionary<string, string> edited) =>
        Letter(edited, language, $"statement/{kind}.{language}", mail.Fields);

    /// <summary>A mail to somebody who owes a next step, or to whoever wrote it down.</summary>
    public (string Subject, string Html, string Text) FollowUp(string kind, string language, FollowUpMail mail, IReadOnlyDictionary<string, string> edited) =>
        Letter(edited, language, $"follow-up/{kind}.{language}", mail.Fields(html: false), mail.Fields(html: true));

    /// <summary>What a brief is sent with.</summary>
    public (string Subject, string Html, string Text) Brief(string language, string title, string link, IReadOnlyDictionary<string, string> edited) =>
        Letter(edited, language, $"brief/brief.{language}", new { title, link });

    /// <summary>The same as a text message, for whoever has no address.</summary>
    public string FollowUpText(string kind, string language, FollowUpMail mail, IReadOnlyDictionary<string, string> edited) =>
        Render(edited, plain, $"follow-up/sms-{kind}.{language}.txt", mail.Fields(html: false)).Trim();

    private (string Subject, string Html, string Text) Letter(IReadOnlyDictionary<string, string> edited, string language, string file, object fields, object? htmlFields = null)
    {
        var (subject, text) = Render(edited, plain, $"{file}.txt", fields).ReplaceLineEndings("\n").Split('\n', 2) is [var first, var rest] ? (first, rest.Trim()) : ("", "");
        return (string.Join(' ', subject.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Frame(edited, language, subject, Render(edited, html, $"{file}.html", htmlFields ?? fields)), text);
    }

    /// <summary>What every mail shares: width, fonts per script, dark mode.</summary>
    private string Frame(IReadOnlyDictionary<string, string> edited, string language, string subject, string content)
    {
        var script = Script.Of(language);
        return Render(edited, html, "mail.html", new { language, subject, fonts = script.Fonts, leading = script.Leading, content = MailStyles.Inline(content, script) });
    }

    private string Render(IReadOnlyDictionary<string, string> edited, IHandlebars engine, string file, object fields) =>
        compiled.GetOrAdd((file, edited.GetValueOrDefault(file)), key => engine.Compile(key.Edited ?? Read(key.File)))(fields);

    /// <summary>The file as it came with the platform.</summary>
    public string Read(string file) => File.ReadAllText(Path.Combine(settings.Templates, file));
}
