using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>The letter that goes with a package, in the language of the office, made for print.</summary>
internal sealed class CoverLetter(Statement statement, StatementRow row, Addressee to, int organisations, string sender, DateTimeOffset at)
{
    private const string Looks = """@page { margin: 2.5cm } body { max-width: 36em; margin: 2em auto; font: 12pt/1.8 "Noto Sans", "Khmer OS", "Leelawadee UI", "Noto Sans Khmer", "Noto Sans Lao", Padauk, "Noto Sans Myanmar", "Noto Sans Thai", "Noto Sans SC", sans-serif }""";

    private string Title => (statement.Texts.Find(text => text.Text.Language == to.Language) ?? statement.Texts[0]).Text.Title;

    /// <summary>Date, office and paragraphs, without a page around them.</summary>
    public string Body => $"""
        <p>{CountryClock.In(at, row.Zone!).ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture)}</p><p>{Encoded(to.Office)}</p><h1>{Encoded(Title)}</h1><p>№ {row.Number}</p>
        <p>{Say("letter.enclosed", Title)}</p><p>{Say("letter.signed-by", organisations, row.RegisterSize ?? 0)}</p><p>{Say("letter.check")}</p><p>{Say("letter.answer")}</p><p>{Encoded(sender)}</p>
        """;

    /// <summary>By file name.</summary>
    public Dictionary<string, byte[]> File() => new()
    {
        [$"letter.{to.Language}.html"] = Encoding.UTF8.GetBytes($"""
            <!DOCTYPE html>
            <html lang="{to.Language}"><head><meta charset="utf-8"><title>{Say("letter.title")}</title>
            <style>{Looks}</style></head>
            <body>{Body}</body></html>

            """),
    };

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);

    private string Say(string key, params object[] values) => Encoded(string.Format(CultureInfo.InvariantCulture, WordsIn.Of(to.Language, key), values));
}
