using Mekong.Advocacy.Domain.Messages;
using Microsoft.AspNetCore.Html;

namespace Mekong.Advocacy.Web.Features.Forecast;

/// <summary>A text with the words marked that force UCS-2 upon it; made here because a page's own line ends would show in it.</summary>
internal static class MarkedText
{
    public static IHtmlContent Of(string text)
    {
        var (html, at) = (new HtmlContentBuilder(), 0);
        foreach (var word in SmsSegments.Forcing(text))
        {
            html.Append(text[at..word.Start.Value]).AppendHtml("<mark>").Append(text[word]).AppendHtml("</mark>");
            at = word.End.Value;
        }
        return html.Append(text[at..]);
    }
}
