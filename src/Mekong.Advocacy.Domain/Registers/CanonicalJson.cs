using System.Globalization;
using System.Text;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>
/// JSON in the one form a package may have: no spaces, members in the order given, strings as ECMAScript's JSON.stringify writes them, and "&lt;" as
/// \u003c so that it can stand inside a page.
/// </summary>
internal static class CanonicalJson
{
    public static string Object(params (string Name, string Json)[] members) => $"{{{string.Join(',', members.Select(member => $"{Text(member.Name)}:{member.Json}"))}}}";

    public static string List<T>(IEnumerable<T> items, Func<T, string> json) => $"[{string.Join(',', items.Select(json))}]";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Id(Guid id) => Text(id.ToString());

    public static string Instant(DateTimeOffset at) => Text(EntryForm.Instant(at));

    public static string Text(string? text)
    {
        if (text is null) return "null";
        var json = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' or '<' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        return json.Append('"').ToString();
    }
}
