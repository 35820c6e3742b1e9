using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.FollowUps;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>What the files of next steps mean: Dara writes one down that is due before a forum, Bopha answers for River House.</summary>
internal static class GoldenFollowUps
{
    private static readonly Guid Dara = new("0197a0c0-0000-7000-8000-0000000006a1");
    private static readonly Guid Bopha = new("0197a0c0-0000-7000-8000-0000000006a2");
    private static readonly Guid RiverHouse = new("0197a0c0-0000-7000-8000-0000000006b1");
    private static readonly Guid Forum = new("0197a0c0-0000-7000-8000-0000000006c1");
    private static readonly Guid Letter = new("0197a0c0-0000-7000-8000-0000000006d1");
    private static readonly Guid Promise = new("0197a0c0-0000-7000-8000-0000000006e1");

    private const string Step = "Ask the ministry for the date of the hearing";

    private static DateTimeOffset January(int day) => new(2027, 1, day, 3, 0, 0, TimeSpan.Zero);

    public static readonly IReadOnlyDictionary<string, object> Expected = new Dictionary<string, object>
    {
        ["follow-up.opened.v1"] = new FollowUpOpened(
            Dara,
            new FollowUpContent(
                Step, "en", new Owner(OwnerKind.Organisation, RiverHouse), "KH", new DueBy(new ByForum(Forum, 5)), 2, [new(Letter, "សរសេរលិខិត")], new Subject(SubjectKind.Commitment, Promise)),
            new DateOnly(2027, 2, 4), January(11)),
        ["follow-up.described.v1"] = new FollowUpDescribed(
            Bopha, new FollowUpContent(Step, "en", new Owner(OwnerKind.Officer, Bopha), "CN", new WorkingDaysAfter(new DateOnly(2027, 1, 11), 10), 5, []), new DateOnly(2027, 1, 25), January(12)),
        ["follow-up.due-moved.v1"] = new FollowUpDueMoved(Forum, null, January(13)),
        ["follow-up.state-changed.v1"] = new FollowUpStateChanged(Bopha, FollowUpState.Done, "It is on 12 March."),
        ["follow-up.snoozed.v1"] = new FollowUpSnoozed(Bopha, new DateOnly(2027, 1, 27), "The office is closed"),
        ["follow-up.noted.v1"] = new FollowUpNoted(Letter, Bopha, "They call back."),
        ["follow-up.item-ticked.v1"] = new FollowUpItemTicked(Bopha, Letter, IsDone: true),
    };
}
