using System.Text;
using Mekong.Advocacy.Domain.Alerts;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>How large each language's mail becomes, with the longest names that may stand in it.</summary>
public sealed class MailSizes(AlertTexts texts, Links links)
{
    /// <returns>Bytes of the HTML by language; of languages that have a text for e-mail only.</returns>
    public IReadOnlyDictionary<string, int> Of(AlertContent? content) => content is null || !content.Audience.Channels.Contains(Channel.Email)
        ? new Dictionary<string, int>()
        : content.LanguagesFor(Channel.Email).ToDictionary(language => language, language => Of(content.Texts[language], language));

    private int Of(AlertText text, string language)
    {
        var name = LongName.In(language);
        var reader = new Personal(
            name, name, WordsOfCountry(language), links.OptOutOf(long.MaxValue).AbsoluteUri, links.WebViewOf(long.MaxValue).AbsoluteUri);
        return Encoding.UTF8.GetByteCount(texts.Of(text, language).HtmlFor(reader));
    }

    private static string WordsOfCountry(string language) => Kernel.WordsIn.Country(language, "CN"); // the longest of them everywhere
}
