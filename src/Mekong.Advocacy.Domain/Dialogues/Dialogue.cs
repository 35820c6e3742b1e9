using System.Diagnostics;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Dialogues.DialogueRefusals;

namespace Mekong.Advocacy.Domain.Dialogues;

using Decision = Decision<DialogueEvent>;

/// <summary>A meeting with an authority, from the plan to the minutes.</summary>
public sealed record Dialogue(DialogueStage Stage, DialogueContent? Content, ValueList<Wording> Minutes, ValueList<Guid> Files)
{
    public static readonly Fold<Dialogue, DialogueEvent> Fold = new("dialogue", new Dialogue(DialogueStage.Unplanned, null, [], []), Evolve);

    /// <summary>Still ahead of us.</summary>
    private bool IsAhead => Stage is DialogueStage.Planned or DialogueStage.Confirmed or DialogueStage.Postponed;

    public Decision Plan(DialogueContent content)
    {
        var tidy = content.Tidy();
        return Stage switch
        {
            DialogueStage.Unplanned when tidy.Faults().FirstOrDefault() is { } fault => fault,
            DialogueStage.Unplanned => new DialoguePlanned(tidy),
            DialogueStage.Planned when tidy.Equals(Content) => Decision.Nothing,
            _ => IdIsTaken,
        };
    }

    /// <summary>The hour and the place that stand are kept: to change them is to move it.</summary>
    public Decision Describe(DialogueContent content)
    {
        if (Stage is DialogueStage.Unplanned) return NoSuchDialogue;
        var tidy = content.Tidy() with { Time = Content!.Time, Country = Content.Country, Place = Content.Place };
        return Stage switch
        {
            DialogueStage.Closed or DialogueStage.Cancelled => DialogueIsOver,
            _ when tidy.Faults().FirstOrDefault() is { } fault => fault,
            _ when tidy.Equals(Content) => Decision.Nothing,
            _ => new DialogueDescribed(tidy),
        };
    }

    public Decision Confirm() => Stage switch
    {
        DialogueStage.Unplanned => NoSuchDialogue,
        DialogueStage.Planned => new DialogueConfirmed(),
        DialogueStage.Confirmed => Decision.Nothing,
        DialogueStage.Postponed => NeedsHour,
        _ => DialogueIsOver,
    };

    public Decision Move(MeetingTime time, string country, string place, string reason)
    {
        var (code, house) = (country.Trim().ToUpperInvariant(), place.Trim());
        return Stage switch
        {
            DialogueStage.Unplanned => NoSuchDialogue,
            _ when !IsAhead => DialogueIsOver,
            DialogueStage.Planned or DialogueStage.Confirmed when (time, code, house) == (Content!.Time, Content.Country, Content.Place) => Decision.Nothing,
            _ when (Content! with { Time = time, Country = code, Place = house }).Faults().FirstOrDefault() is { } fault => fault,
            _ when DialogueRules.ReasonFault(reason) is { } fault => fault,
            _ => new DialogueMoved(time, code, house, reason.Trim()),
        };
    }

    public Decision Postpone(string reason) => Stage switch
    {
        DialogueStage.Unplanned => NoSuchDialogue,
        DialogueStage.Postponed => Decision.Nothing,
        _ when !IsAhead => DialogueIsOver,
        _ when DialogueRules.ReasonFault(reason) is { } fault => fault,
        _ => new DialoguePostponed(reason.Trim()),
    };

    public Decision Cancel(string reason) => Stage switch
    {
        DialogueStage.Unplanned => NoSuchDialogue,
        DialogueStage.Cancelled => Decision.Nothing,
        _ when !IsAhead => DialogueIsOver,
        _ when DialogueRules.ReasonFault(reason) is { } fault => fault,
        _ => new DialogueCancelled(reason.Trim()),
    };

    /// <summary>Nobody says of a meeting that it was held before it has begun.</summary>
    public Decision Hold(DateTimeOffset now) => Stage switch
    {
        DialogueStage.Unplanned => NoSuchDialogue,
        DialogueStage.Held or DialogueStage.Minuted => Decision.Nothing,
        DialogueStage.Planned or DialogueStage.Confirmed when now < Content!.Time.Begins => NotBegunYet,
        DialogueStage.Planned or DialogueStage.Confirmed => new DialogueHeld(),
        DialogueStage.Postponed => NotBegunYet,
        _ => DialogueIsOver,
    };

    public Decision Minute(ValueList<Wording> minutes, ValueList<Guid> files)
    {
        var (texts, papers) = (minutes.Tidy(), (ValueList<Guid>)[.. files.Distinct()]);
        return Stage switch
        {
            DialogueStage.Unplanned => NoSuchDialogue,
            DialogueStage.Closed or DialogueStage.Cancelled => DialogueIsOver,
            not (DialogueStage.Held or DialogueStage.Minuted) => NotHeld,
            _ when texts.Count + papers.Count == 0 => NeedsMinutes,
            _ when papers.Count > DialogueRules.Most => TooMany.At("files", DialogueRules.Number(DialogueRules.Most)),
            _ when DialogueRules.TextFaults(texts, "minutes", DialogueRules.LongestText).FirstOrDefault() is { } fault => fault,
            DialogueStage.Minuted when texts.Equals(Minutes) && papers.Equals(Files) => Decision.Nothing,
            _ => new DialogueMinuted(texts, papers),
        };
    }

    public Decision Close() => Stage switch
    {
        DialogueStage.Unplanned => NoSuchDialogue,
        DialogueStage.Closed => Decision.Nothing,
        DialogueStage.Minuted => new DialogueClosed(),
        DialogueStage.Cancelled => DialogueIsOver,
        _ => NotMinuted,
    };

    private static Dialogue Evolve(Dialogue was, DialogueEvent happened) => happened switch
    {
        DialoguePlanned e => was with { Stage = DialogueStage.Planned, Content = e.Content },
        DialogueDescribed e => was with { Content = e.Content },
        DialogueConfirmed => was with { Stage = DialogueStage.Confirmed },
        DialogueMoved e => was with { Stage = DialogueStage.Planned, Content = was.Content! with { Time = e.Time, Country = e.Country, Place = e.Place } },
        DialoguePostponed => was with { Stage = DialogueStage.Postponed },
        DialogueCancelled => was with { Stage = DialogueStage.Cancelled },
        DialogueHeld => was with { Stage = DialogueStage.Held },
        DialogueMinuted e => was with { Stage = DialogueStage.Minuted, Minutes = e.Minutes, Files = e.Files },
        DialogueClosed => was with { Stage = DialogueStage.Closed },
        _ => throw new UnreachableException($"Dialogue gives {happened.GetType().Name} no meaning."),
    };
}
