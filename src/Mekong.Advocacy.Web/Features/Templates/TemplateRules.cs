using System.Text.RegularExpressions;
using HandlebarsDotNet;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;
using static Mekong.Advocacy.Domain.Templates.TemplateRefusals;

namespace Mekong.Advocacy.Web.Features.Templates;

/// <summary>What a file of the library may say. The file as it came decides which fields there are, and which of them are written unescaped.</summary>
public static partial class TemplateRules
{
    /// <summary>Without these a message would not say what was approved, or could not be stopped.</summary>
    private static readonly string[] Indispensable = ["content", "body", "optOut", "link"];

    private static readonly IHandlebars Strict = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true });

    public static IEnumerable<Refusal> FaultsOf(string file, string text, string? original)
    {
        if (TemplateFiles.TextName(file) is { } name) return FaultsOfText(name.Language, TextFile.Read(text));
        return original is null ? [NoSuchFile] : FaultsOfFrame(text, original, isHtml: file.EndsWith(".html", StringComparison.Ordinal));
    }

    /// <summary>The fields a file may use, as they are written in it.</summary>
    public static IReadOnlyList<string> Fields(string original) =>
        [.. FieldsIn(original).Select(use => use.Raw ? $"{{{{{{{use.Field}}}}}}}" : $"{{{{{use.Field}}}}}").Order(StringComparer.Ordinal)];

    private static IEnumerable<Refusal> FaultsOfText(string language, AlertText text)
    {
        if (text.Subject.Length == 0) yield return NeedsField.At("text", "subject");
        if (text.Body.Length == 0 && text.Sms.Length == 0) yield return NeedsField.At("text", "body");
        var content = new AlertContent("-", new Dictionary<string, AlertText> { [language] = text }, new Audience([], [], [], [], [Channel.Email]), Fallback.None);
        foreach (var fault in ContentRules.FaultsOf(content)) yield return fault.At("text", fault.Detail);
    }

    private static IEnumerable<Refusal> FaultsOfFrame(string text, string original, bool isHtml)
    {
        var (had, has) = (FieldsIn(original), FieldsIn(text));
        foreach (var (field, _) in has.Where(use => !had.Any(known => known.Field == use.Field)).DistinctBy(use => use.Field))
            yield return UnknownField.At("text", $"{{{{{field}}}}}");
        foreach (var (field, _) in has.Where(use => use.Raw && had.Any(known => known.Field == use.Field) && !had.Contains(use)).Distinct())
            yield return RawField.At("text", $"{{{{{{{field}}}}}}}");
        if (isHtml && Active().Match(text) is { Success: true } active) yield return ActiveContent.At("text", Short(active.Value));
        if (isHtml && Remote().Match(text) is { Success: true } remote) yield return RemoteAsset.At("text", Short(remote.Value));
        var (shown, broken) = Tried(text, had.Concat(has).Select(use => use.Field));
        if (broken is not null) yield return DoesNotCompile.At("text", Short(broken));
        else foreach (var field in Indispensable.Where(field => had.Any(known => known.Field == field) && !shown.Contains(Sign(field), StringComparison.Ordinal)))
            yield return NeedsField.At("text", $"{{{{{field}}}}}");
    }

    /// <summary>Every field a text names; of a block ({{#if x}}) the field it asks about; else and the ends of blocks name none.</summary>
    private static HashSet<(string Field, bool Raw)> FieldsIn(string text) => [.. Expression().Matches(Comment().Replace(text, ""))
        .Select(match => (Words: match.Groups["inside"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), Raw: match.Value.StartsWith("{{{", StringComparison.Ordinal) || match.Groups["inside"].Value.StartsWith('&')))
        .Select(found => (Field: NameIn(found.Words), found.Raw)).Where(found => found.Field.Length > 0)];

    private static string NameIn(string[] words) => words switch
    {
        ["else"] or ["/if"] or ["/unless"] => "",
        ["#if" or "#unless", var field] => field,
        [var field] => field.TrimStart('&'),
        _ => string.Join(' ', words),
    };

    /// <summary>What the text makes of a sign for each field, without what a reader never sees; or why it makes nothing.</summary>
    private static (string Shown, string? Broken) Tried(string text, IEnumerable<string> fields)
    {
        try { return (HtmlComment().Replace(Strict.Compile(text)(fields.Distinct().ToDictionary(field => field, field => (object)Sign(field))), ""), null); }
        catch (Exception e) when (e is HandlebarsException or InvalidOperationException or ArgumentException) { return ("", e.Message); }
    }

    private static string Sign(string field) => $"sign-of-{field}.";

    private static string Short(string text) => text.ReplaceLineEndings(" ") is { Length: > 100 } longer ? longer[..100] + "…" : text.ReplaceLineEndings(" ");

    [GeneratedRegex(@"\{\{!--.*?--\}\}|\{\{![^}]*\}\}", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("<!--.*?(?:-->|$)", RegexOptions.Singleline)]
    private static partial Regex HtmlComment();

    [GeneratedRegex(@"\{\{\{?(?<inside>[^{}]*)\}?\}\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"<\s*(?:script|iframe|object|embed|form|input|button|base|svg|math|applet)\b|<\s*meta\b[^>]*http-equiv|<[^>]*\son[a-z]+\s*=|(?:javascript|vbscript)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Active();

    /// <summary>Whatever a mail program would fetch by itself; a link that a reader follows is none of it.</summary>
    [GeneratedRegex(@"<\s*link\b[^>]*|\b(?:src|srcset|background|poster)\s*=\s*[""']?(?!data:|cid:)[^\s>]*|url\(\s*[""']?(?!data:)[^)]*|@import[^;]*", RegexOptions.IgnoreCase)]
    private static partial Regex Remote();
}
