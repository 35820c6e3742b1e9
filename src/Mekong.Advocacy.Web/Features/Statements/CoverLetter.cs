using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>The letter that goes with a package, in the language of the office, made for print.</summary>
internal static class CoverLetter
{
    /// <summary>By file name.</summary>
    public static IReadOnlyDictionary<string, byte[]> Of(Statement statement, StatementRow row, Addressee to, DateTimeOffset at)
    {
        string Encoded(string text) => HtmlEncoder.Default.Encode(text);
        string Say(string key, params object[] values) => Encoded(string.Format(CultureInfo.InvariantCulture, WordsIn.Of(to.Language, key), values));
        var title = (statement.Texts.Find(text => text.Text.Language == to.Language) ?? statement.Texts[0]).Text.Title;
        var date = CountryClock.In(at, row.Zone!).ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture);
        var html = $$"""
            <!DOCTYPE html>
            <html lang="{{to.Language}}"><head><meta charset="utf-8"><title>{{Say("letter.title")}}</title>
            <style>@page { margin: 2.5cm } body { max-width: 36em; margin: 2em auto; font: 12pt/1.8 "Noto Sans", "Khmer OS", "Leelawadee UI", "Noto Sans Khmer", "Noto Sans Lao", Padauk, "Noto Sans Myanmar", "Noto Sans Thai", "Noto Sans SC", sans-serif }</style></head>
            <body><p>{{date}}</p><p>{{Encoded(to.Office)}}</p><h1>{{Encoded(title)}}</h1>
            <p>{{Say("letter.enclosed", title)}}</p><p>{{Say("letter.signed", row.RegisterSize ?? 0)}}</p><p>{{Say("letter.check")}}</p><p>{{Say("letter.answer")}}</p></body></html>

            """;
        return new Dictionary<string, byte[]> { [$"letter.{to.Language}.html"] = Encoding.UTF8.GetBytes(html) };
    }
}
