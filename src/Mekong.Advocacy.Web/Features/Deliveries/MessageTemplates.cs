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

    private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> compiled = new();

    public AlertMessage Alert(AlertText text, string language)
    {
        var body = AlertMessage.WithMarks(text.Body);
        var optOut = AlertMessage.Mark("optOut");
        return new AlertMessage(
            language,
            AlertMessage.WithMarks(text.Subject),
            Frame(language, Render(html, $"alert/email.{language}.html", new { subject = AlertMessage.WithMarks(text.Subject), body = Markdown.ToHtml(body), optOut })),
            Render(plain, $"alert/email.{language}.txt", new { subject = AlertMessage.WithMarks(text.Subject), body = Markdown.ToText(body), optOut }),
            Render(plain, $"alert/sms.{language}.txt", new { body = AlertMessage.WithMarks(text.Sms), optOut }));
    }

    /// <summary>What every mail shares: width, fonts per script, dark mode.</summary>
    private string Frame(string language, string content) => Render(html, "mail.html", new { language, content });

    private string Render(IHandlebars engine, string file, object fields) =>
        compiled.GetOrAdd(file, name => engine.Compile(File.ReadAllText(Path.Combine(settings.Templates, name))))(fields);
}
