using System.Reflection;
using System.Text;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Statements.Packages;

/// <summary>
/// The page inside a package: everything in one file that asks nobody for anything. It is readable and printable without scripts; with them it
/// checks itself. The same package always gives the same bytes.
/// </summary>
internal static class PackagePage
{
    public const string Name = "index.html";

    /// <summary>Where the package begins in the page; it ends at the next end of a script.</summary>
    public const string Begin = "<script type=\"application/json\" id=\"package\">";

    public const string End = "</script>";

    private const string Fence = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private static readonly string Looks = Part(".css"), Script = Part(".js");

    /// <summary>Says which looks, scripts and words a page was made with. Another one need not equal ours byte for byte.</summary>
    public static string Mark { get; } = $"data-page=\"{Digest.Of(Looks + Script + PackageWords.Json + PackageSheet.Version).ToString()[..16]}\"";

    /// <param name="json">The package's own bytes, which the page carries as they are.</param>
    public static byte[] Of(StatementPackage package, ReadOnlySpan<byte> json)
    {
        var language = Language.IsKnown(package.Addressee.Language) ? package.Addressee.Language : Language.English;
        var sheet = new PackageSheet(package, language);
        return Encoding.UTF8.GetBytes($"""
            <!DOCTYPE html>
            <html lang="{language}" {Mark}>
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Fence}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>{PackageSheet.Plain(sheet.Title.Title)}</title>
            <style>
            {Looks}</style>
            </head>
            <body>
            {sheet.Header(Switch())}
            <main>
            {Checking(sheet)}
            {sheet.Body()}
            </main>
            {Begin}{Encoding.UTF8.GetString(json)}{End}
            <script type="application/json" id="words">{PackageWords.Json}{End}
            <script>
            {Script}{End}
            </body>
            </html>

            """);
    }

    private static string Switch() => string.Concat(Language.All.Select(code => $"<button type=\"button\" lang=\"{code}\">{Languages.Own(code)}</button>"));

    private static string Checking(PackageSheet sheet) => $"""
        <section id="checking" class="panel">
        <h2>{sheet.Word("checking")}</h2>
        <p>{sheet.Word("explain")}</p>
        <noscript><p>{sheet.Word("no-script")}</p></noscript>
        <div class="scripted" hidden>
        <label for="published">{sheet.Word("published")}</label>
        <input id="published" name="published" type="text" autocomplete="off" spellcheck="false">
        <button id="check" type="button">{sheet.Word("check")}</button>
        </div>
        <div id="result" role="status"></div>
        </section>
        """;

    private static string Part(string extension)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var parts = new StringBuilder();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(".Packages.Page.", StringComparison.Ordinal) && name.EndsWith(extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            parts.Append(reader.ReadToEnd().ReplaceLineEndings("\n"));
        }
        return parts.ToString();
    }
}
