using System.Diagnostics;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Dialogues.DialogueRefusals;

namespace Mekong.Advocacy.Domain.Dialogues;

using Decision = Decision<ForumEvent>;

public enum ForumStage { Unplanned, Planned, Cancelled }

/// <summary>A meeting of governments or of the region, before which things are due.</summary>
public sealed record Forum(ForumStage Stage, ValueList<Wording> Names, string Country, string City, string Zone, DateOnly From, DateOnly Until)
{
    public static readonly Fold<Forum, ForumEvent> Fold = new("forum", new Forum(ForumStage.Unplanned, [], "", "", "", default, default), Evolve);

    public Decision Plan(ForumPlanned plan)
    {
        var tidy = plan with { Names = plan.Names.Tidy(), City = plan.City.Trim(), Country = plan.Country.Trim().ToUpperInvariant() };
        return Stage switch
        {
            ForumStage.Unplanned when FaultsOf(tidy).FirstOrDefault() is { } fault => fault,
            ForumStage.Unplanned => tidy,
            ForumStage.Planned when this == Evolve(Fold.Initial, tidy) => Decision.Nothing,
            _ => IdIsTaken,
        };
    }

    public Decision Rename(ValueList<Wording> names)
    {
        var tidy = names.Tidy();
        return Stage switch
        {
            ForumStage.Unplanned => NoSuchForum,
            _ when DialogueRules.NameFaults(tidy, "names").FirstOrDefault() is { } fault => fault,
            _ when tidy.Equals(Names) => Decision.Nothing,
            _ => new ForumRenamed(tidy),
        };
    }

    public Decision Move(DateOnly from, DateOnly until, string city, string reason) => Stage switch
    {
        ForumStage.Unplanned => NoSuchForum,
        ForumStage.Cancelled => ForumIsCancelled,
        _ when (from, until, city.Trim()) == (From, Until, City) => Decision.Nothing,
        _ when until < from => EndsBeforeItBegins.At("until"),
        _ when DialogueRules.LineFaults(city, "city", DialogueRules.LongestLine).FirstOrDefault() is { } fault => fault,
        _ when DialogueRules.ReasonFault(reason) is { } fault => fault,
        _ => new ForumMoved(from, until, city.Trim(), reason.Trim()),
    };

    public Decision Cancel(string reason) => Stage switch
    {
        ForumStage.Unplanned => NoSuchForum,
        ForumStage.Cancelled => Decision.Nothing,
        _ when DialogueRules.ReasonFault(reason) is { } fault => fault,
        _ => new ForumCancelled(reason.Trim()),
    };

    private static IEnumerable<Refusal> FaultsOf(ForumPlanned plan)
    {
        foreach (var fault in DialogueRules.NameFaults(plan.Names, "names")) yield return fault;
        if (!DialogueRules.IsCountry(plan.Country)) yield return UnknownCountry.At("country", plan.Country);
        foreach (var fault in DialogueRules.LineFaults(plan.City, "city", DialogueRules.LongestLine)) yield return fault;
        if (string.IsNullOrWhiteSpace(plan.Zone)) yield return NeedsZone;
        if (plan.Until < plan.From) yield return EndsBeforeItBegins.At("until");
    }

    private static Forum Evolve(Forum was, ForumEvent happened) => happened switch
    {
        ForumPlanned e => new Forum(ForumStage.Planned, e.Names, e.Country, e.City, e.Zone, e.From, e.Until),
        ForumRenamed e => was with { Names = e.Names },
        ForumMoved e => was with { From = e.From, Until = e.Until, City = e.City },
        ForumCancelled => was with { Stage = ForumStage.Cancelled },
        _ => throw new UnreachableException($"Forum gives {happened.GetType().Name} no meaning."),
    };
}
