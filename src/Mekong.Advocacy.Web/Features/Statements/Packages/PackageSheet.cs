using System.Globalization;
using Mekong.Advocacy.Domain.Registers;

namespace Mekong.Advocacy.Web.Features.Statements.Packages;

/// <summary>The readable part of the page. Whatever stands in the package carries the path of its member, so that the page can be held against it.</summary>
/// <param name="written">How a text's Markdown is shown; null: as it was hashed.</param>
internal sealed class PackageSheet(StatementPackage package, string language, Func<string, string>? written = null)
{
    /// <summary>To be raised when the sheet itself is made otherwise.</summary>
    public const string Version = "1";

    /// <summary>In the addressee's language where there is one.</summary>
    public PackageText Title { get; } =
        package.Texts.FirstOrDefault(text => text.Language == language && text.Version == package.Statement.Version)
        ?? package.Texts.FirstOrDefault(text => text.Version == package.Statement.Version)
        ?? PackageText.Of(language, package.Statement.Version, PackageTextRole.Courtesy, "", "");

    public static string Plain(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\r", "&#13;", StringComparison.Ordinal);

    public string Word(string key, params object[] values) =>
        $"<span data-w=\"{key}\"{(values.Length == 0 ? "" : $" data-v=\"{string.Join('|', values)}\"")}>{Plain(PackageWords.Of(language, key, values))}</span>";

    public string Header(string languages) => $"""
        <header>
        {(languages.Length == 0 ? "" : $"<nav id=\"languages\" class=\"scripted\" aria-labelledby=\"tongues\" hidden><span id=\"tongues\" class=\"quiet\">{Word("languages")}</span>{languages}</nav>")}
        <h1 lang="{Plain(Title.Language)}">{Plain(Title.Title)}</h1>
        <p>{Word("for")}: <strong{Lang(package.Addressee.Language)}>{Data("addressee.name", package.Addressee.Name)}</strong></p>
        <p>{Word("made")}: {Data("made", EntryForm.Instant(package.Made))}</p>
        </header>
        """;

    public string Body() => $"""
        <section>
        <h2>{Word("texts")}</h2>
        {string.Join('\n', package.Texts.Select(Text))}
        </section>
        {(package.Corrigenda.Count == 0 ? "" : $"<section>\n<h2>{Word("corrigenda")}</h2>\n{string.Join('\n', package.Corrigenda.Select(Corrigendum))}\n</section>\n")}<section class="endorsers">
        <h2>{Word("endorsers")}</h2>
        <ul>
        {Count("organisations", package.Counts.Organisations)}
        {Count("named", package.Counts.Named)}
        {Count("sealed", package.Counts.Sealed)}
        {Count("individuals", package.Counts.Individuals)}
        </ul>
        <ol>
        {string.Join('\n', package.Endorsers.Select(Endorser))}
        </ol>
        </section>
        <section>
        <h2>{Word("register")}</h2>
        <p>{Word("entries")}: {Data("register.size", Number(package.Register.Size))}</p>
        <p>{Word("root")}: <code>{Data("register.root", package.Register.Root)}</code></p>
        </section>
        """;

    private static string Lang(string code) => $" lang=\"{Plain(code)}\"";

    private static string Data(string path, string text) => $"<span data-p=\"{path}\">{Plain(text)}</span>";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Count(string key, int count) => $"<li>{Word(key)}: {Data($"counts.{key}", Number(count))}</li>";

    private string Text(PackageText text, int at) => $"""
        <article class="sheet"{Lang(text.Language)}>
        <h3>{Data($"texts[{at}].title", text.Title)}</h3>
        <p class="quiet"{Lang(language)}>{Word(text.Role == PackageTextRole.Authentic ? "authentic" : "courtesy")} · {Word("version", text.Version)}</p>
        {(written is null ? $"<div class=\"body\" data-p=\"texts[{at}].body\">{Plain(text.Body)}</div>" : written(text.Body))}
        <p class="hash"{Lang(language)}>{Word("hash")}: <code>{Data($"texts[{at}].hash", text.Hash)}</code></p>
        </article>
        """;

    private string Corrigendum(PackageCorrigendum slip, int at) => $"""
        <div class="sheet">
        <p>{Word("was")}: <span{Lang(slip.Language)}>{Data($"corrigenda[{at}].was", slip.Was)}</span></p>
        <p>{Word("becomes")}: <span{Lang(slip.Language)}>{Data($"corrigenda[{at}].becomes", slip.Becomes)}</span></p>
        </div>
        """;

    private string Endorser(PackageEndorser endorser, int at) =>
        $"<li>{string.Concat(endorser.Names.Select((name, n) => $"<span{Lang(name.Language)} data-p=\"endorsers[{at}].names[{n}].name\">{Plain(name.Name)}</span>"))}"
        + $" <span class=\"quiet\">({Plain(endorser.Country)}{(endorser.Display == PackageDisplay.Public ? "" : $", {Word("addressee-only")}")})</span></li>";
}
