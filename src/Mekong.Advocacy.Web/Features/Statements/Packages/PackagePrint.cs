using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Features.Statements.Packages;

/// <summary>The package as one document for paper: the letter on a page of its own, the texts, who signed, and the register's root.</summary>
internal static class PackagePrint
{
    public const string Name = "statement.pdf";

    private const string Paper = """
        @page { size: A4; margin: 2.2cm 2cm }
        body { margin: 0; font: 11pt/1.6 "Noto Sans", "Noto Sans SC", sans-serif; color: #000; overflow-wrap: anywhere }
        :lang(km), :lang(lo), :lang(my), :lang(th) { line-height: 1.9 }
        :lang(km) { font-family: "Noto Sans Khmer", "Khmer OS", sans-serif } :lang(lo) { font-family: "Noto Sans Lao", sans-serif }
        :lang(my) { font-family: "Noto Sans Myanmar", Padauk, sans-serif } :lang(th) { font-family: "Noto Sans Thai", sans-serif }
        .letter { break-after: page } .quiet, .hash { color: #444; font-size: 9pt } code { font-size: 8.5pt }
        h1 { font-size: 18pt; line-height: 1.4 } h2 { font-size: 14pt; break-after: avoid } h3 { font-size: 12pt; break-after: avoid } li { break-inside: avoid }
        .endorsers ol span + span::before { content: " · " }
        """;

    /// <param name="letter">The cover letter's body.</param>
    public static string Of(StatementPackage package, string letter)
    {
        var language = Language.IsKnown(package.Addressee.Language) ? package.Addressee.Language : Language.English;
        var own = package with { Texts = [.. package.Texts.OrderBy(text => text.Language != language)] }; // an office reads its own language first
        var sheet = new PackageSheet(own, language, text => Markdown.ToHtml(text));
        return $"""
            <!DOCTYPE html>
            <html lang="{language}"><head><meta charset="utf-8"><title>{PackageSheet.Plain(sheet.Title.Title)}</title><style>{Paper}</style></head>
            <body><section class="letter">{letter}</section>
            {sheet.Header("")}
            <main>{sheet.Body()}</main></body></html>
            """;
    }
}
