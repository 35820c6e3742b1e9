using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.FollowUps;

namespace Mekong.Advocacy.Domain.Tests.FollowUps;

/// <summary>One next step: Dara of the office has written it down, River House owes it.</summary>
internal static class Step
{
    public static readonly Guid Dara = new("da4a0000-0000-0000-0000-000000000001");
    public static readonly Guid Bopha = new("b0b4a000-0000-0000-0000-000000000002");
    public static readonly Guid RiverHouse = new("41fe4000-0000-0000-0000-000000000003");
    public static readonly Guid LabourForum = new("f0400000-0000-0000-0000-000000000004");
    public static readonly Guid Letter = new("1e77e400-0000-0000-0000-000000000005");
    public static readonly Guid Call = new("ca110000-0000-0000-0000-000000000006");

    /// <summary>A Monday.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 2, 3, 0, 0, TimeSpan.Zero);

    /// <summary>A Tuesday; Cambodia keeps the Water Festival from the 23rd to the 25th.</summary>
    public static readonly DateOnly DueOn = new(2026, 12, 1);

    public static readonly WorkingCalendar Cambodia = new([new(2026, 11, 23), new(2026, 11, 24), new(2026, 11, 25), new(2027, 1, 1)], []);

    public static readonly FollowUpContent Content = new(
        "Ask the ministry for the date of the hearing", "en", new Owner(OwnerKind.Organisation, RiverHouse), "KH", new DueBy(new ByDate(DueOn)), 2,
        [new(Letter, "Write the letter"), new(Call, "Call the office")]);

    public static readonly FollowUpOpened Opened = new(Dara, Content, DueOn, Now);
}
