using System.Text.Json.Serialization;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Dialogues;

namespace Mekong.Advocacy.Domain.FollowUps;

/// <summary>Until when a step is to be taken: as promises are due, or counted in working days of its country.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DueBy), "due-by")]
[JsonDerivedType(typeof(WorkingDaysAfter), "working-days")]
public abstract record FollowUpDue
{
    /// <summary>The forum on which the day hangs.</summary>
    [JsonIgnore]
    public Guid? ForumId => this is DueBy { Due: ByForum { ForumId: var forum } } ? forum : null;

    /// <summary>The day that somebody typed.</summary>
    [JsonIgnore]
    public DateOnly? TypedDay => this switch { DueBy { Due: ByDate by } => by.Date, WorkingDaysAfter after => after.From, _ => null };

    /// <summary>The day it falls on; null: nobody knows it yet.</summary>
    /// <param name="forum">That of <see cref="ForumId"/>, as it stands now.</param>
    public abstract DateOnly? On(Forum? forum, WorkingCalendar calendar);
}

public sealed record DueBy(Due Due) : FollowUpDue
{
    public override DateOnly? On(Forum? forum, WorkingCalendar calendar) => Due.On(forum);
}

/// <summary>"Ten working days after the dialogue": weekends and holidays of the country are not counted.</summary>
public sealed record WorkingDaysAfter(DateOnly From, int Days) : FollowUpDue
{
    public override DateOnly? On(Forum? forum, WorkingCalendar calendar) => WorkingDays.After(From, Days, calendar);
}
