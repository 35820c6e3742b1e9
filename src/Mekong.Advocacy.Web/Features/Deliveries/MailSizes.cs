using System.Text;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Features.Templates;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>How large each language's mail becomes, with the longest names that may stand in it.</summary>
public sealed class MailSizes(MessageTemplates templates, TemplateVersions versions, Links links)
{
    /// <summary>Measures with the templates as they stand now.</summary>
    /// <returns>From a content to bytes of the HTML by language; of languages that have a text for e-mail only.</returns>
    public async Task<Func<AlertContent?, IReadOnlyDictionary<string, int>>> Now(CancellationToken ct)
    {
        var edited = await versions.AsOf(at: null, ct);
        return content => Of(content, edited);
    }

    internal IReadOnlyDictionary<string, int> Of(AlertContent? content, IReadOnlyDictionary<string, string>? edited = null) =>
        content is null || !content.Audience.Channels.Contains(Channel.Email)
            ? new Dictionary<string, int>()
            : content.LanguagesFor(Channel.Email).ToDictionary(language => language, language => Of(content.Texts[language], language, edited));

    private int Of(AlertText text, string language, IReadOnlyDictionary<string, string>? edited)
    {
        var name = LongName.In(language);
        var country = WordsIn.Country(language, "CN"); // the longest of them everywhere
        var reader = new Personal(name, name, country, links.OptOutOf(long.MaxValue).AbsoluteUri, links.WebViewOf(long.MaxValue).AbsoluteUri);
        return Encoding.UTF8.GetByteCount(templates.Alert(text, language, edited).HtmlFor(reader));
    }
}
