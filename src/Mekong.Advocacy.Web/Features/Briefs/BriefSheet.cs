using System.Net;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Features.Calendars;
using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Features.Tracker;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Briefs;

/// <summary>One page in one language, the same on the screen, on paper and in a mail.</summary>
internal sealed class BriefSheet(Brief brief, string language, Uri site)
{
    /// <summary>What finds room on a page.</summary>
    private const int Most = 12;

    private const string Paper = """
        @page { size: A4; margin: 1.6cm 1.8cm }
        body { margin: 0 auto; max-width: 45rem; padding: 1rem; font: 10pt/1.5 "Noto Sans", "Noto Sans SC", sans-serif; color: #000; background: #fff; overflow-wrap: anywhere }
        :lang(km), :lang(lo), :lang(my), :lang(th) { line-height: 1.8 }
        :lang(km) { font-family: "Noto Sans Khmer", "Khmer OS", sans-serif } :lang(lo) { font-family: "Noto Sans Lao", sans-serif }
        :lang(my) { font-family: "Noto Sans Myanmar", Padauk, sans-serif } :lang(th) { font-family: "Noto Sans Thai", sans-serif }
        h1 { font-size: 15pt } h2 { font-size: 12pt; break-after: avoid } li { break-inside: avoid; margin-bottom: .3rem } q { font-style: italic } @media print { body { padding: 0 } }
        """;

    public Wording Title { get; } = brief.Names.In(language) ?? new(language, "");

    public string Document() => $"""
        <!DOCTYPE html>
        <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Word("brief.title")}: {Plain(Title.Text)}</title><style>{Paper}</style></head>
        <body>{Body()}</body></html>
        """;

    /// <summary>A heading of the first level and three of the second.</summary>
    public string Body() => $"""
        <h1>{Word("brief.title")}: {Spoken(Title)}</h1>
        <p>{(brief.Day is { } day ? $"{Days.Written(day, language)}{(brief.Place is { } place ? $", {Plain(place)}" : "")} · " : "")}{Word("brief.made", Day(brief.Made))}</p>
        <h2>{Word("brief.open")}</h2>
        {List(brief.Open, Ask)}
        <h2>{Word("brief.promises")}</h2>
        {List(brief.Promises, Promise)}
        <h2>{Word("brief.changed", Day(brief.Since))}</h2>
        {List(brief.Changes, Change)}
        """;

    private string Ask(PublicRecommendation one) =>
        $"<strong>{one.Row.Label()}</strong> {Link($"tracker/r/{one.Row.Number}", Spoken(one.Row.Title(language)))} · {Spoken(one.Authority.Name(language))}"
        + (one.Row.LastPresentedOn is { } day ? $" · {Word("tracker.presented")}: {Days.Written(day, language)}" : "");

    private string Promise(PublicCommitment one)
    {
        var (row, said) = (one.Row, one.Row.In(language));
        var quote = Link($"tracker/c/{row.Number}", Quote(new(row.Language, row.Words))) + (said.Language == row.Language ? "" : $" – {Quote(said)}");
        var due = row.DueOn is { } day ? $"{Word("tracker.due")}: {Days.Written(day, language)}" : "";
        var before = one.Forum is { } forum ? $"({Word("tracker.before")} {Spoken(forum.Name(language))})" : "";
        string[] facts =
        [
            $"{Spoken(one.Post?.Title(language))}{(one.Post is null ? "" : ", ")}{Spoken(one.Authority.Name(language))}", Days.Written(row.MadeOn, language), Word($"tracker.strength.{row.Strength}"),
            $"{Word($"tracker.source.{row.SourceKind}")}{(row.SourceDetail is { } detail ? $" ({Plain(detail)})" : "")}", $"{due} {before}".Trim(),
        ];
        return $"<strong>{row.Label()}</strong> {Mark(one.Status)} {quote}<br>{string.Join(" · ", facts.Where(fact => fact.Length > 0))}";
    }

    private string Change((PublicCommitment Promise, StatusChange Change) one) =>
        $"{Day(one.Change.At)} · <strong>{one.Promise.Row.Label()}</strong> {Mark(one.Change.Status)} {Spoken(one.Promise.Authority.Name(language))}";

    private string List<T>(IReadOnlyList<T> items, Func<T, string> write) => items.Count == 0 ? $"<p>{Word("brief.nothing")}</p>"
        : $"<ul>{string.Concat(items.Take(Most).Select(item => $"<li>{write(item)}</li>"))}</ul>{(items.Count > Most ? $"<p>{Word("brief.and-more", items.Count - Most)}</p>" : "")}";

    private string Mark(CommitmentStatus status) => $"<span aria-hidden=\"true\">{StatusMark.Of(status).Shape}</span> {Word(StatusMark.Word(status))}";

    private string Link(string path, string html) => $"<a href=\"{new Uri(site, $"/{language}/{path}").AbsoluteUri}\">{html}</a>";

    private string Word(string key, params object[] values) => Plain(values.Length == 0 ? WordsIn.Of(language, key) : WordsIn.Of(language, key, values));

    private string Spoken(Wording? text) => text is null ? "" : text.Language == language ? Plain(text.Text) : $"<span lang=\"{text.Language}\">{Plain(text.Text)}</span>";

    private static string Quote(Wording text) => $"<q lang=\"{text.Language}\">{Plain(text.Text)}</q>";

    /// <summary>As the secretariat's clock shows it.</summary>
    private string Day(DateTimeOffset at) => Days.Written(CountryDays.DayAt(at, "TH"), language);

    private static string Plain(string text) => WebUtility.HtmlEncode(text);
}
