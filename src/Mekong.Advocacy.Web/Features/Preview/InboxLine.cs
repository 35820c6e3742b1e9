using System.Globalization;

namespace Mekong.Advocacy.Web.Features.Preview;

/// <summary>A subject as a phone's list of messages cuts it: about forty letters wide.</summary>
public static class InboxLine
{
    private const int Width = 40;

    /// <summary>Cut between signs that belong together; Chinese signs are twice as wide.</summary>
    public static string Of(string subject)
    {
        var (shown, room) = ("", Width);
        for (var signs = StringInfo.GetTextElementEnumerator(subject); signs.MoveNext();)
        {
            var sign = signs.GetTextElement();
            room -= sign[0] is >= '\u2E80' and <= '\uFFEF' ? 2 : 1;
            if (room < 0) return shown.TrimEnd() + "…";
            shown += sign;
        }
        return shown;
    }
}
