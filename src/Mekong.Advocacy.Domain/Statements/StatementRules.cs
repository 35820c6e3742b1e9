using System.Globalization;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;
using static Mekong.Advocacy.Domain.Statements.StatementRefusals;

namespace Mekong.Advocacy.Domain.Statements;

/// <summary>What may be saved at all, and what must be there before the text may stand still.</summary>
public static class StatementRules
{
    public const int LongestTitle = 200, LongestBody = 50_000, LongestComment = 4_000;

    public static IEnumerable<Refusal> FaultsOf(StatementContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Name)) yield return NeedsName;
        foreach (var fault in FaultsOf(content.Texts)) yield return fault;
        if (content.Addressees.Any(to => string.IsNullOrWhiteSpace(to.Key) || string.IsNullOrWhiteSpace(to.Office) || !Language.IsKnown(to.Language))
            || content.Addressees.DistinctBy(to => to.Key).Count() < content.Addressees.Count) yield return AddresseeNotClear;
        if (content.Window is { } window && window.ClosesAt <= window.OpensAt) yield return WindowEndsBeforeItBegins;
        if (content.Window is { } open && content.EmbargoUntil >= open.ClosesAt) yield return EmbargoOutlastsWindow;
    }

    public static IEnumerable<Refusal> FaultsOf(IReadOnlyList<StatementText> texts)
    {
        foreach (var text in texts)
        {
            var place = $"texts.{text.Language}";
            if (!Language.IsKnown(text.Language)) yield return UnknownLanguage.At(place, text.Language);
            if (text.Title.Trim().AsSpan().ContainsAny('\n', '\r')) yield return TitleIsOneLine.At($"{place}.title");
            if (text.Title.Length > LongestTitle) yield return TooLong($"{place}.title", LongestTitle);
            if (text.Body.Length > LongestBody) yield return TooLong($"{place}.body", LongestBody);
        }
        foreach (var twice in texts.GroupBy(text => text.Language).Where(group => group.Count() > 1))
            yield return TwiceInOneLanguage.At($"texts.{twice.Key}", twice.Key);
    }

    /// <summary>Everything that must still be written or chosen before the text may be frozen.</summary>
    public static IEnumerable<Refusal> Gaps(StatementContent content)
    {
        if (content.Texts.All(text => text.Role != TextRole.Authentic)) yield return NeedsAuthenticText;
        foreach (var text in content.Texts)
        {
            if (string.IsNullOrWhiteSpace(text.Title)) yield return NeedsWholeText.At($"texts.{text.Language}.title", text.Language);
            if (string.IsNullOrWhiteSpace(text.Body)) yield return NeedsWholeText.At($"texts.{text.Language}.body", text.Language);
        }
        if (content.Addressees.Count == 0) yield return NeedsAddressee;
        if (content.Window is null) yield return NeedsWindow;
    }

    private static Refusal TooLong(string field, int longest) => TextTooLong.At(field, longest.ToString(CultureInfo.InvariantCulture));
}
