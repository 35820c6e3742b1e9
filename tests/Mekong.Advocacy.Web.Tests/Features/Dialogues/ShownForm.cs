using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Web.Tests.Features.Dialogues;

/// <summary>What a browser sends of a form in which nobody has changed anything.</summary>
internal static partial class ShownForm
{
    /// <param name="page">With its characters decoded.</param>
    public static (string Name, string Value)[] Of(string page)
    {
        var form = page[page.IndexOf("<form class=\"write\"", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        return [.. Fields().Matches(form).SelectMany(Sent).Where(field => field.Name.Length > 0 && field.Name != "__RequestVerificationToken")];
    }

    private static IEnumerable<(string Name, string Value)> Sent(Match field)
    {
        var (tag, inner, name) = (field.Groups["tag"].Value, field.Groups["inner"].Value, Of(field.Groups["tag"].Value, "name"));
        if (tag.StartsWith("<textarea", StringComparison.Ordinal)) return [(name, inner.TrimStart('\n'))];
        if (tag.StartsWith("<select", StringComparison.Ordinal)) return [(name, Of(Options().Matches(inner) is var all ? (all.FirstOrDefault(one => one.Value.Contains(" selected", StringComparison.Ordinal)) ?? all[0]).Value : "", "value"))];
        var (isBox, isFile) = (Of(tag, "type") is "checkbox" or "radio", Of(tag, "type") == "file");
        return isFile || isBox && !tag.Contains(" checked", StringComparison.Ordinal) ? [] : [(name, Of(tag, "value"))];
    }

    private static string Of(string tag, string attribute) => Regex.Match(tag, $"\\s{attribute}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("(?<tag><input[^>]*>)|(?<tag><(?<kind>textarea|select)[^>]*>)(?<inner>.*?)</\\k<kind>>", RegexOptions.Singleline)]
    private static partial Regex Fields();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Options();
}
