using System.Net;
using System.Text.RegularExpressions;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>One text of an alert, cut once at its personal fields: pieces that all readers share and places with how a value is escaped there.</summary>
internal sealed partial class FieldedText
{
    private readonly TextFrame frame;
    private readonly Place[] places;

    private FieldedText(string text, Regex fields, Func<Match, Place> placeOf)
    {
        var found = fields.Matches(text);
        var ends = found.Select(field => field.Index).Append(text.Length);
        var starts = found.Select(field => field.Index + field.Length).Prepend(0);
        frame = new TextFrame([.. starts.Zip(ends, (start, end) => text[start..end])]);
        places = [.. found.Select(placeOf)];
    }

    /// <summary>Filled as it stands.</summary>
    public static FieldedText Plain(string text) => new(text, MarkedField(), mark => new(mark.Groups["field"].Value, Escape.None));

    /// <summary>Where a mark stands in the target of a link, it was percent-encoded with it, and so is what takes its place; a target that is
    /// nothing but the page on the web is that page's address.</summary>
    public static FieldedText Html(string text) => new(text, FieldInHtml(), mark => new(
        mark.Groups["field"].Value, mark.Value.StartsWith('%') && !mark.Groups["whole"].Success ? Escape.Percent : Escape.Html));

    public bool IsTheSameForAll => places.Length == 0;

    /// <summary>In one go: what a reader's own name holds is never taken for a mark.</summary>
    public MergedText For(Personal reader)
    {
        var values = new string[places.Length];
        for (var i = 0; i < values.Length; i++) values[i] = Array.IndexOf(places, places[i]) is var first && first < i ? values[first] : places[i].Of(reader);
        return new MergedText(frame, values);
    }

    private enum Escape { None, Html, Percent }

    private sealed record Place(string Field, Escape Escape)
    {
        public string Of(Personal reader) => Escape switch
        {
            Escape.Html => WebUtility.HtmlEncode(Value(reader)),
            Escape.Percent => Uri.EscapeDataString(Value(reader)),
            _ => Value(reader),
        };

        private string Value(Personal reader) => Field switch
        {
            "name" => reader.Name,
            "organisation" => reader.Organisation,
            "country" => reader.Country,
            "link" => reader.Link,
            _ => reader.OptOutUrl,
        };
    }

    [GeneratedRegex("\uE000(?<field>name|organisation|country|link|optOut)\uE001")]
    private static partial Regex MarkedField();

    [GeneratedRegex("(?<whole>(?<=href=\")%EE%80%80(?<field>link)%EE%80%81(?=\"))|%EE%80%80(?<field>name|organisation|country|link)%EE%80%81|\uE000(?<field>name|organisation|country|link|optOut)\uE001")]
    private static partial Regex FieldInHtml();
}
