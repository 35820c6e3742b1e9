using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>What is put into a text for one reader.</summary>
/// <param name="Country">By its name in the message's language.</param>
/// <param name="Link">The message as a page on the web.</param>
public sealed record Personal(string Name, string Organisation, string Country, string OptOutUrl, string Link = "");

/// <summary>One alert in one language, rendered but for the personal fields, which wait as marks no author can type.</summary>
public sealed class AlertMessage(string language, string subject, string html, string text, string sms)
{
    private readonly Lazy<FieldedText> subjects = new(() => FieldedText.Plain(subject)), pages = new(() => FieldedText.Html(html)),
        texts = new(() => FieldedText.Plain(text)), shorts = new(() => FieldedText.Plain(sms));

    private readonly Lazy<string> bareSubject = new(() => OneLine(subject));

    public string Language { get; } = language;

    public static string Mark(string field) => $"\uE000{field}\uE001";

    /// <summary>A header field is one line, whatever its author or a reader's name brought along.</summary>
    public string SubjectFor(Personal reader) =>
        subjects.Value.IsTheSameForAll ? bareSubject.Value : OneLine(subjects.Value.For(reader).ToString());

    public string HtmlFor(Personal reader) => MergedHtml(reader).ToString();

    public string TextFor(Personal reader) => MergedPlain(reader).ToString();

    /// <summary>As pieces that all readers of this message share, and this one's values.</summary>
    public MergedText MergedHtml(Personal reader) => pages.Value.For(reader);

    /// <inheritdoc cref="MergedHtml"/>
    public MergedText MergedPlain(Personal reader) => texts.Value.For(reader);

    /// <summary>Zero-width spaces cost a unit each and show nothing on a phone: they are taken out.</summary>
    public string SmsFor(Personal reader) => shorts.Value.For(reader).ToString().Replace("\u200B", "", StringComparison.Ordinal).Trim();

    /// <summary>Turns an author's {{name}} into a mark, after any marks they may have pasted were taken out.</summary>
    public static string WithMarks(string text) => ContentRules.MergeField().Replace(
        text.Replace("\uE000", "", StringComparison.Ordinal).Replace("\uE001", "", StringComparison.Ordinal),
        match => match.Groups[1].Value.Trim() is var field && ContentRules.MergeFields.Contains(field) ? Mark(field) : match.Value);

    private static string OneLine(string text) => text.AsSpan().ContainsAny('\r', '\n')
        ? string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        : text.Trim();
}
