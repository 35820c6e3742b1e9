using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>What is put into a text for one reader.</summary>
public sealed record Personal(string Name, string Organisation, string Country, string OptOutUrl);

/// <summary>One alert in one language, rendered but for the personal fields, which wait as marks no author can type.</summary>
public sealed record AlertMessage(string Language, string Subject, string Html, string Text, string Sms)
{
    public static string Mark(string field) => $"\uE000{field}\uE001";

    public string SubjectFor(Personal reader) => Fill(Subject, reader, value => value);
    public string HtmlFor(Personal reader) => Fill(Html, reader, value => WebUtility.HtmlEncode(value));
    public string TextFor(Personal reader) => Fill(Text, reader, value => value);

    /// <summary>Zero-width spaces cost a unit each and show nothing on a phone: they are taken out.</summary>
    public string SmsFor(Personal reader) => Fill(Sms, reader, value => value).Replace("\u200B", "", StringComparison.Ordinal).Trim();

    private static string Fill(string text, Personal reader, Func<string, string> encode) => new StringBuilder(text)
        .Replace(Mark("name"), encode(reader.Name))
        .Replace(Mark("organisation"), encode(reader.Organisation))
        .Replace(Mark("country"), encode(reader.Country))
        .Replace(Mark("optOut"), encode(reader.OptOutUrl))
        .ToString();

    /// <summary>Turns an author's {{name}} into a mark, after any marks they may have pasted were taken out.</summary>
    public static string WithMarks(string text) => Domain.Alerts.ContentRules.MergeField().Replace(
        text.Replace("\uE000", "", StringComparison.Ordinal).Replace("\uE001", "", StringComparison.Ordinal),
        (Match match) => Mark(match.Groups[1].Value.Trim()));
}
