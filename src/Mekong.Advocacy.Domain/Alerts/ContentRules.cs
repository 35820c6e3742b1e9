using System.Text.RegularExpressions;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;
using static Mekong.Advocacy.Domain.Alerts.AlertRefusals;

namespace Mekong.Advocacy.Domain.Alerts;

/// <summary>What may be saved at all, and what must be there before anyone may be asked to approve it.</summary>
public static partial class ContentRules
{
    /// <summary>Fields a text may use; each is filled for the one recipient. The last is the address of the message on the web.</summary>
    public static readonly IReadOnlyList<string> MergeFields = ["name", "organisation", "country", "link"];

    public const int LongestSubject = 200, LongestBody = 20_000, LongestSms = 1_000;

    public static IEnumerable<Refusal> FaultsOf(AlertContent content)
    {
        foreach (var fault in FaultsOf(content.Name, content.Source, content.Texts)) yield return fault;
        foreach (var fault in FaultsOf(content.Audience)) yield return fault;
    }

    /// <summary>Of the choice of people alone, whatever is written to them.</summary>
    public static IEnumerable<Refusal> FaultsOf(Audience audience)
    {
        foreach (var code in audience.Countries.Where(code => !Country.IsKnown(code)))
            yield return UnknownCountry.At("audience.countries", code);
        foreach (var code in audience.Languages.Where(code => !Language.IsKnown(code)))
            yield return UnknownLanguage.At("audience.languages", code);
        foreach (var code in audience.Channels.Where(code => !Channel.All.Contains(code)))
            yield return UnknownChannel.At("audience.channels", code);
        if (audience.Channels.Count == 0) yield return NeedsChannel;
    }

    /// <summary>Bytes of a mail's HTML. Programs on phones cut off what is longer, and slow links wait for it.</summary>
    public const int LargestMail = 30_000;

    /// <summary>Null when every mail is small enough.</summary>
    /// <param name="mailSizes">Bytes of the mail's HTML by language, rendered with the longest names.</param>
    public static Refusal? TooLarge(IReadOnlyDictionary<string, int> mailSizes) => mailSizes
        .Where(size => size.Value > LargestMail)
        .OrderBy(size => size.Key, StringComparer.Ordinal)
        .Select(size => MailTooLarge.At($"texts.{size.Key}.body", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{size.Value / 1000.0:0.0}")))
        .FirstOrDefault();

    /// <summary>Of what is written alone, whoever it goes to.</summary>
    public static IEnumerable<Refusal> FaultsOf(string name, string source, IReadOnlyDictionary<string, AlertText> texts)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return NeedsName;
        if (!Language.IsKnown(source)) yield return UnknownLanguage.At("source", source);
        foreach (var (language, text) in texts)
            foreach (var fault in FaultsOf(language, text)) yield return fault;
    }

    /// <summary>Null when the content could be sent as it stands.</summary>
    public static Refusal? Missing(AlertContent content) => Gaps(content).FirstOrDefault();

    /// <summary>Everything that must still be written or chosen before anyone may be asked to approve.</summary>
    public static IEnumerable<Refusal> Gaps(AlertContent content)
    {
        var channels = content.Audience.Channels;
        if (channels.Contains(Channel.Email) && !content.LanguagesFor(Channel.Email).Any()) yield return NeedsEmailText;
        if (channels.Contains(Channel.Sms) && !content.LanguagesFor(Channel.Sms).Any()) yield return NeedsSmsText;
        var english = content.Texts.GetValueOrDefault(Language.English);
        if (content.Fallback == Fallback.English && !channels.All(channel => english?.Serves(channel) == true)) yield return NeedsEnglish;
    }

    private static IEnumerable<Refusal> FaultsOf(string language, AlertText text)
    {
        if (!Language.IsKnown(language)) yield return UnknownLanguage.At($"texts.{language}", language);
        foreach (var (field, value, longest) in new[]
            { ("subject", text.Subject, LongestSubject), ("body", text.Body, LongestBody), ("sms", text.Sms, LongestSms) })
        {
            var place = $"texts.{language}.{field}";
            if (value.Length > longest) yield return TextTooLong.At(place, longest.ToString(System.Globalization.CultureInfo.InvariantCulture));
            foreach (Match match in MergeField().Matches(value))
                if (!MergeFields.Contains(match.Groups[1].Value.Trim())) yield return UnknownMergeField.At(place, match.Value);
        }
    }

    /// <summary>Two braces, a word, two braces; anything else in braces is text.</summary>
    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    public static partial Regex MergeField();
}
