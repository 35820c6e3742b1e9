using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Domain.Alerts;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>What is put into a text for one reader.</summary>
/// <param name="Country">By its name in the message's language.</param>
/// <param name="Link">The message as a page on the web.</param>
public sealed record Personal(string Name, string Organisation, string Country, string OptOutUrl, string Link = "");

/// <summary>One alert in one language, rendered but for the personal fields, which wait as marks no author can type.</summary>
public sealed partial record AlertMessage(string Language, string Subject, string Html, string Text, string Sms)
{
    /// <summary>How a link to the web page comes out of Markdown: the whole of its target waits.</summary>
    private const string WholeLink = "href=\"%EE%80%80link%EE%80%81\"";

    public static string Mark(string field) => $"\uE000{field}\uE001";

    /// <summary>A header field is one line, whatever its author or a reader's name brought along.</summary>
    public string SubjectFor(Personal reader) =>
        string.Join(' ', Fill(Subject, reader, value => value).Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Where a mark stands in the target of a link, it was percent-encoded with it, and so is what takes its place.</summary>
    public string HtmlFor(Personal reader)
    {
        var whole = Html.Replace(WholeLink, $"href=\"{WebUtility.HtmlEncode(reader.Link)}\"", StringComparison.Ordinal);
        return Fill(FieldInLink().Replace(whole, mark => Uri.EscapeDataString(Value(mark, reader))), reader, value => WebUtility.HtmlEncode(value));
    }

    public string TextFor(Personal reader) => Fill(Text, reader, value => value);

    /// <summary>Zero-width spaces cost a unit each and show nothing on a phone: they are taken out.</summary>
    public string SmsFor(Personal reader) => Fill(Sms, reader, value => value).Replace("\u200B", "", StringComparison.Ordinal).Trim();

    /// <summary>In one go: what a reader's own name holds is never taken for a mark.</summary>
    private static string Fill(string text, Personal reader, Func<string, string> encode) =>
        MarkedField().Replace(text, mark => encode(Value(mark, reader)));

    private static string Value(Match mark, Personal reader) => mark.Groups[1].Value switch
    {
        "name" => reader.Name,
        "organisation" => reader.Organisation,
        "country" => reader.Country,
        "link" => reader.Link,
        _ => reader.OptOutUrl,
    };

    /// <summary>Turns an author's {{name}} into a mark, after any marks they may have pasted were taken out.</summary>
    public static string WithMarks(string text) => ContentRules.MergeField().Replace(
        text.Replace("\uE000", "", StringComparison.Ordinal).Replace("\uE001", "", StringComparison.Ordinal),
        match => match.Groups[1].Value.Trim() is var field && ContentRules.MergeFields.Contains(field) ? Mark(field) : match.Value);

    [GeneratedRegex("\uE000(name|organisation|country|link|optOut)\uE001")]
    private static partial Regex MarkedField();

    [GeneratedRegex("%EE%80%80(name|organisation|country|link)%EE%80%81")]
    private static partial Regex FieldInLink();
}
