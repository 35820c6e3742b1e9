using Mekong.Advocacy.Domain.Dialogues;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>
/// What the files of dialogues mean: a symposium in Phnom Penh, what was asked of a ministry there, what its director promised before a forum in
/// Vientiane, and what became of it. What may be missing is there in one file and missing in another.
/// </summary>
internal static class GoldenDialogues
{
    private static readonly Guid Sokha = new("0197a0c0-0000-7000-8000-0000000006a1");
    private static readonly Guid Khin = new("0197a0c0-0000-7000-8000-0000000006a2");
    private static readonly Guid Ministry = new("0197a0c0-0000-7000-8000-000000000601");
    private static readonly Guid Director = new("0197a0c0-0000-7000-8000-000000000602");
    private static readonly Guid Holder = new("0197a0c0-0000-7000-8000-000000000603");
    private static readonly Guid LabourForum = new("0197a0c0-0000-7000-8000-000000000604");
    private static readonly Guid Symposium = new("0197a0c0-0000-7000-8000-000000000605");
    private static readonly Guid Voting = new("0197a0c0-0000-7000-8000-000000000606");
    private static readonly Guid Member = new("0197a0c0-0000-7000-8000-000000000607");
    private static readonly Guid Paper = new("0197a0c0-0000-7000-8000-000000000608");
    private static readonly Guid Mark = new("0197a0c0-0000-7000-8000-000000000609");

    private static readonly DateTimeOffset Begins = new(2027, 10, 21, 1, 0, 0, TimeSpan.Zero);
    private static readonly MeetingTime Time = new(Begins, Begins.AddHours(8), "Asia/Phnom_Penh");

    private static readonly Reference Film = new(ReferenceKind.Film, "ផ្លូវវិលត្រឡប់", "km", "https://film.example/return");
    private static readonly Reference Statement = new(ReferenceKind.Statement, "Wages unpaid", Id: Paper);

    private static readonly DialogueContent Planned = new(
        [new("en", "Return with dignity"), new("km", "វិលត្រឡប់ដោយសេចក្តីថ្លៃថ្នូរ")], DialogueKind.Symposium, Time, "KH", "Phnom Penh, Youth Centre", Member,
        [new Presence(Ministry, Director, Holder), new Presence(Ministry)], [Member], [new("en", "1. Voting abroad")], Attribution.Attributed, LabourForum, [Film, Statement]);

    private static readonly DialogueContent Described =
        new([new("en", "Return")], DialogueKind.Meeting, Time, "KH", "Phnom Penh", null, [], [], [], Attribution.ChathamHouse, null, []);

    private static readonly RecommendationContent Asked =
        new([new("en", "Let migrants vote abroad")], [new("en", "Open polling stations.")], Ministry, Director, [Statement]);

    private static readonly CommitmentContent Promised = new(
        "យើងនឹងចេញសេចក្តីណែនាំ", "km", [new("en", "We shall issue an instruction")], new CommitmentSource(SourceKind.Recording, "https://press.example/a", Paper, "minute 14"),
        Strength.Promise, Ministry, Director, Holder, [Voting], Symposium, new DateOnly(2027, 10, 21), new ByForum(LabourForum, 1), Confidential: false);

    private static readonly CommitmentContent Letter = Promised with
    {
        Translations = [],
        Source = new CommitmentSource(SourceKind.Letter, null, Paper, null),
        HolderId = null,
        Recommendations = [],
        DialogueId = null,
        Due = new OnCondition([new("en", "When the sub-decree is issued")]),
        Confidential = true,
    };

    public static readonly IReadOnlyDictionary<string, object> Expected = new Dictionary<string, object>
    {
        ["forum.planned.v1"] = new ForumPlanned([new("en", "Regional labour forum")], "LA", "Vientiane", "Asia/Vientiane", new(2027, 11, 9), new(2027, 11, 10)),
        ["forum.renamed.v1"] = new ForumRenamed([new("en", "Regional labour forum"), new("lo", "ເວທີແຮງງານ")]),
        ["forum.moved.v1"] = new ForumMoved(new(2027, 12, 1), new(2027, 12, 2), "Vientiane", "Floods"),
        ["forum.cancelled.v1"] = new ForumCancelled("No host"),
        ["authority.entered.v1"] = new AuthorityEntered([new("en", "Ministry of Labour")], "KH"),
        ["authority.renamed.v1"] = new AuthorityRenamed([new("km", "ក្រសួងការងារ")]),
        ["authority.post-entered.v1"] = new PostEntered(Director, [new("en", "Director General")]),
        ["authority.post-renamed.v1"] = new PostRenamed(Director, [new("en", "Secretary of State")]),
        ["authority.post-taken.v1"] = new PostTaken(Director, Holder, new(2025, 3, 1)),
        ["authority.post-left.v1"] = new PostLeft(Director, Holder, new(2027, 11, 1)),
        ["dialogue.planned.v1"] = new DialoguePlanned(Planned),
        ["dialogue.described.v1"] = new DialogueDescribed(Described),
        ["dialogue.confirmed.v1"] = new DialogueConfirmed(),
        ["dialogue.moved.v1"] = new DialogueMoved(Time with { Zone = "Asia/Bangkok" }, "TH", "Bangkok", "The minister travels."),
        ["dialogue.postponed.v1"] = new DialoguePostponed("Floods"),
        ["dialogue.cancelled.v1"] = new DialogueCancelled("Nobody comes."),
        ["dialogue.held.v1"] = new DialogueHeld(),
        ["dialogue.minuted.v1"] = new DialogueMinuted([new("en", "They will look into it.")], [Paper]),
        ["dialogue.closed.v1"] = new DialogueClosed(),
        ["recommendation.made.v1"] = new RecommendationMade(12, Asked),
        ["recommendation.edited.v1"] = new RecommendationEdited(Asked with { PostId = null, Texts = [], Evidence = [] }),
        ["recommendation.presented.v1"] = new RecommendationPresented(Mark, Symposium, LabourForum, new(2027, 10, 21), Member),
        ["recommendation.closed.v1"] = new RecommendationClosed("It came true."),
        ["commitment.recorded.v1"] = new CommitmentRecorded(7, Promised, "KH", new(2027, 11, 8)),
        ["commitment.described.v1"] = new CommitmentDescribed(Letter),
        ["commitment.due-changed.v1"] = new CommitmentDueChanged(new ByDate(new(2028, 1, 31)), "KH", new(2028, 1, 31), CommitmentStatus.InProgress, "They asked."),
        ["commitment.due-followed.v1"] = new CommitmentDueFollowed(LabourForum, "KH", null, CommitmentStatus.Open),
        ["commitment.fell-due.v1"] = new CommitmentFellDue(new(2027, 11, 8)),
        ["commitment.status-proposed.v1"] = new StatusProposed(Mark, CommitmentStatus.PartlyKept, [new Reference(ReferenceKind.File, "Paper", Id: Paper)], "Half of it.", Sokha),
        ["commitment.status-reviewed.v1"] = new StatusReviewed(Mark, true, CommitmentStatus.PartlyKept, Khin, null),
        ["commitment.dissent-attached.v1"] = new DissentAttached(Mark, Member, "my", "ကျွန်ုပ်တို့ သဘောမတူပါ။"),
        ["commitment.confidentiality-changed.v1"] = new ConfidentialityChanged(true, "They asked for it."),
    };
}
