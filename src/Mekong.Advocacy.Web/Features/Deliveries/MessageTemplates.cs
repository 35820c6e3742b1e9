using System.Collections.Concurrent;
using HandlebarsDotNet;
using Mekong.Advocacy.Domain.Alerts;
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
        var body = AlertMessage.WithMarks(text.Body);
        var optOut = AlertMessage.Mark("optOut");
        return new AlertMessage(
            language,
            AlertMessage.WithMarks(text.Subject),
            Frame(edited, language, Render(edited, html, $"alert/email.{language}.html", new { subject = AlertMessage.WithMarks(text.Subject), body = Markdown.ToHtml(body), optOut })),
            Render(edited, plain, $"alert/email.{language}.txt", new { subject = AlertMessage.WithMarks(text.Subject), body = Markdown.ToText(body), optOut }),
            Render(edited, plain, $"alert/sms.{language}.txt", new { body = AlertMessage.WithMarks(text.Sms), optOut }));
    }

    /// <summary>A notice to an account of the office; the first line of its plain text is the subject.</summary>
    public (string Subject, string Html, string Text) Notice(string kind, string language, string alert, Uri link, IReadOnlyDictionary<string, string> edited)
    {
        var fields = new { alert, link = link.AbsoluteUri };
        var (subject, text) = Render(edited, plain, $"notice/{kind}.{language}.txt", fields).ReplaceLineEndings("\n").Split('\n', 2) is [var first, var rest] ? (first, rest.Trim()) : ("", "");
        return (string.Join(' ', subject.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Frame(edited, language, Render(edited, html, $"notice/{kind}.{language}.html", fields)), text);
    }

    /// <summary>What every mail shares: width, fonts per script, dark mode.</summary>
    private string Frame(IReadOnlyDictionary<string, string> edited, string language, string content) => Render(edited, html, "mail.html", new { language, content });

    private string Render(IReadOnlyDictionary<string, string> edited, IHandlebars engine, string file, object fields) =>
        compiled.GetOrAdd((file, edited.GetValueOrDefault(file)), key => engine.Compile(key.Edited ?? Read(key.File)))(fields);

    /// <summary>The file as it came with the platform.</summary>
    public string Read(string file) => File.ReadAllText(Path.Combine(settings.Templates, file));
}
