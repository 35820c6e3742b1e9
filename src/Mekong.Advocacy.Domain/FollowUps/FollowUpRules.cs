using System.Globalization;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;
using static Mekong.Advocacy.Domain.FollowUps.FollowUpRefusals;

namespace Mekong.Advocacy.Domain.FollowUps;

/// <summary>What may be written down as a next step.</summary>
public static class FollowUpRules
{
    public const int LongestStep = 300, LongestItem = 200, MostItems = 20, LongestWords = 2_000, LongestSnoozeDays = 90, MostNotes = 200;

    private static readonly DateOnly First = new(2000, 1, 1), Last = new(2099, 12, 31);

    public static IEnumerable<Refusal> FaultsOf(FollowUpContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Step) || content.Step.AsSpan().ContainsAny('\n', '\r')) yield return NeedsStep;
        if (content.Step.Length > LongestStep) yield return StepTooLong.At("step", Number(LongestStep));
        if (!Language.IsKnown(content.Language)) yield return UnknownLanguage;
        if (!Country.IsKnown(content.Country)) yield return UnknownCountry;
        if (content.Owner.Id == Guid.Empty) yield return NoSuchOwner;
        if (content.Priority is < 1 or > 5) yield return PriorityOutOfRange;
        foreach (var fault in FaultsOf(content.Due)) yield return fault;
        if (content.Checklist.Count > MostItems) yield return TooManyItems.At("checklist", Number(MostItems));
        if (content.Checklist.Any(item => string.IsNullOrWhiteSpace(item.Text) || item.Text.Length > LongestItem)
            || content.Checklist.DistinctBy(item => item.Id).Count() < content.Checklist.Count) yield return ItemNotClear.At("checklist", Number(LongestItem));
    }

    private static IEnumerable<Refusal> FaultsOf(FollowUpDue due)
    {
        if (due is WorkingDaysAfter { Days: < 0 or > WorkingDays.Most }) yield return TooManyDays.At("due", Number(WorkingDays.Most));
        if (due.TypedDay is { } day && (day < First || day > Last)) yield return DayOutOfRange;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
