using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Dialogues;

/// <summary>How binding the words were.</summary>
public enum Strength { PersonalView, Intention, Promise, Decision }

/// <summary>"Overdue" follows from the clock; the others are proposed by one person and reviewed by another.</summary>
public enum CommitmentStatus { Open, InProgress, Kept, PartlyKept, Broken, Overdue, Lapsed, Contested }

public enum SourceKind { Recording, Minutes, Press, Letter }

/// <summary>Where the words can be read or heard.</summary>
/// <param name="FileId">A paper that we keep.</param>
/// <param name="Detail">Page, minute, issue; one line.</param>
public sealed record CommitmentSource(SourceKind Kind, string? Url, Guid? FileId, string? Detail);

/// <summary>What an office-holder said they would do.</summary>
/// <param name="Words">As they were used.</param>
/// <param name="Language">In which they were used.</param>
/// <param name="PostId">With which the promise stays, whoever comes after.</param>
/// <param name="HolderId">Who held the post when it was made; null: not known.</param>
/// <param name="Recommendations">Which of ours it answers.</param>
/// <param name="DialogueId">Where it was made; null: elsewhere, e.g. in a letter.</param>
/// <param name="Confidential">Kept off every public page and feed; reminders go on.</param>
public sealed record CommitmentContent(
    string Words, string Language, ValueList<Wording> Translations, CommitmentSource Source, Strength Strength, Guid AuthorityId, Guid PostId, Guid? HolderId,
    ValueList<Guid> Recommendations, Guid? DialogueId, DateOnly MadeOn, Due Due, bool Confidential)
{
    public CommitmentContent Tidy() => this with
    {
        Words = Words.Replace("\r\n", "\n", StringComparison.Ordinal).Trim(),
        Language = Language.Trim(),
        Translations = Translations.Where(one => one.Language.Trim() != Language.Trim()).Tidy(),
        Source = Source with { Url = Something(Source.Url), Detail = Something(Source.Detail) },
        Recommendations = [.. Recommendations.Distinct()],
        Due = Due is OnCondition on ? new OnCondition(on.Condition.Tidy()) : Due,
    };

    public IEnumerable<Refusal> Faults()
    {
        if (Words.Length == 0) yield return DialogueRefusals.NeedsText.At("words");
        if (Words.Length > DialogueRules.LongestQuote) yield return DialogueRefusals.TextTooLong.At("words", DialogueRules.Number(DialogueRules.LongestQuote));
        if (!Languages.Language.IsKnown(Language)) yield return DialogueRefusals.UnknownLanguage.At("language", Language);
        foreach (var fault in DialogueRules.TextFaults(Translations, "translations", DialogueRules.LongestQuote)) yield return fault;
        foreach (var fault in SourceFaults()) yield return fault;
        if (Recommendations.Count > DialogueRules.Most) yield return DialogueRefusals.TooMany.At("recommendations", DialogueRules.Number(DialogueRules.Most));
        foreach (var fault in FaultsOf(Due, MadeOn)) yield return fault;
    }

    /// <param name="madeOn">Nothing is due before it was promised.</param>
    public static IEnumerable<Refusal> FaultsOf(Due due, DateOnly madeOn) => due switch
    {
        ByDate on when on.Date < madeOn => [DialogueRefusals.DueBeforeMade],
        ByForum { DaysBefore: < 0 or > ByForum.MostDaysBefore } => [DialogueRefusals.DaysOutOfRange.At("due.daysBefore", DialogueRules.Number(ByForum.MostDaysBefore))],
        OnCondition { Condition.Count: 0 } => [DialogueRefusals.NeedsCondition],
        OnCondition on => DialogueRules.TextFaults(on.Condition, "due.condition", DialogueRules.LongestReason),
        _ => [],
    };

    private IEnumerable<Refusal> SourceFaults()
    {
        if (Source is { Url: null, FileId: null }) yield return DialogueRefusals.NeedsSource;
        if (Source.Url is not null && !DialogueRules.IsAddress(Source.Url)) yield return DialogueRefusals.AddressNotUnderstood.At("source.url", Source.Url);
        if (Source.Detail is not null)
            foreach (var fault in DialogueRules.LineFaults(Source.Detail, "source.detail", DialogueRules.LongestLine)) yield return fault;
    }

    private static string? Something(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
