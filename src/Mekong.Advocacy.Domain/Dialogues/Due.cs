using System.Text.Json.Serialization;
using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Dialogues;

/// <summary>Until when something is to be done: its last day, in the zone of the country that it concerns.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ByDate), "date")]
[JsonDerivedType(typeof(ByForum), "forum")]
[JsonDerivedType(typeof(OnCondition), "condition")]
public abstract record Due
{
    /// <summary>The day it falls on; null: nobody knows it yet, or the forum does not take place.</summary>
    /// <param name="forum">That of <see cref="ByForum"/>, as it stands now; the others do not ask.</param>
    public abstract DateOnly? On(Forum? forum);
}

public sealed record ByDate(DateOnly Date) : Due
{
    public override DateOnly? On(Forum? forum) => Date;
}

/// <summary>"Before the regional labour forum": when the forum moves, this moves with it.</summary>
/// <param name="DaysBefore">Before its first day; 0: on that day.</param>
public sealed record ByForum(Guid ForumId, int DaysBefore) : Due
{
    public const int MostDaysBefore = 366;

    public override DateOnly? On(Forum? forum) => forum is { Stage: ForumStage.Planned } ? forum.From.AddDays(-DaysBefore) : null;
}

/// <summary>"When the sub-decree is issued": no day follows from it.</summary>
public sealed record OnCondition(ValueList<Wording> Condition) : Due
{
    public override DateOnly? On(Forum? forum) => null;
}
