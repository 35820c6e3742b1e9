using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Dialogues.DialogueRefusals;
using static Mekong.Advocacy.Domain.Tests.Dialogues.Promised;

namespace Mekong.Advocacy.Domain.Tests.Dialogues;

/// <summary>What was said, and until when.</summary>
public sealed class CommitmentTests
{
    private readonly Spec<Commitment, CommitmentEvent> commitment = new(Commitment.Fold);

    [Fact]
    public void A_promise_is_due_before_the_forum_as_it_stands() => commitment.Given().When(c => c.Record(7, Content, "KH", AsPlanned, Today)).Then(Recorded);

    public static TheoryData<CommitmentContent, Refusal> Faulty => new()
    {
        { Content with { Words = " \n" }, NeedsText.At("words") },
        { Content with { Language = "fr" }, UnknownLanguage.At("language", "fr") },
        { Content with { Source = new CommitmentSource(SourceKind.Minutes, " ", null, null) }, NeedsSource },
        { Content with { Source = Content.Source with { Url = "javascript:alert(1)" } }, AddressNotUnderstood.At("source.url", "javascript:alert(1)") },
        { Content with { Due = new ByDate(Today.AddDays(-1)) }, DueBeforeMade },
        { Content with { Due = new ByForum(Labour, 367) }, DaysOutOfRange.At("due.daysBefore", "366") },
        { Content with { Due = new OnCondition([new("en", " ")]) }, NeedsCondition },
        { Content with { MadeOn = Today.AddDays(1) }, MadeInTheFuture },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_one_is_refused_at_its_field(CommitmentContent content, Refusal why) =>
        commitment.Given().When(c => c.Record(7, content, "KH", AsPlanned, Today)).ThenRefused(why);

    [Fact]
    public void Nothing_is_due_before_a_forum_that_does_not_take_place()
    {
        var cancelled = Forum.Fold.Over([Plan, new ForumCancelled("No host")]);
        commitment.Given().When(c => c.Record(7, Content, "KH", cancelled, Today)).ThenRefused(ForumIsCancelled.At("due.forumId"));
        commitment.Given().When(c => c.Record(7, Content, "KH", null, Today)).ThenRefused(NoSuchForum.At("due.forumId"));
    }

    [Fact]
    public void When_the_forum_moves_it_moves_and_is_no_longer_overdue()
    {
        var moved = Forum.Fold.Over([Plan, new ForumMoved(new(2027, 12, 1), new(2027, 12, 2), "Vientiane", "Floods")]);
        var fallen = new CommitmentFellDue(new(2027, 11, 8));
        var followed = new CommitmentDueFollowed(Labour, "KH", new(2027, 11, 30), CommitmentStatus.Open);
        commitment.Given(Recorded, fallen).When(c => c.Follow(Labour, moved)).Then(followed);
        Assert.Equal(CommitmentStatus.Overdue, Commitment.Fold.Over([Recorded, fallen]).Status);
        Assert.Equal((CommitmentStatus.Open, new DateOnly(2027, 11, 30)), Commitment.Fold.Over([Recorded, fallen, followed]) is var now ? (now.Status, now.DueOn!.Value) : default);
        commitment.Given(Recorded).When(c => c.Follow(Labour, AsPlanned)).ThenNothing();
        commitment.Given(Recorded).When(c => c.Follow(Ministry, moved)).ThenNothing();
    }

    [Fact]
    public void Without_its_forum_it_has_no_day()
    {
        var cancelled = Forum.Fold.Over([Plan, new ForumCancelled("No host")]);
        commitment.Given(Recorded).When(c => c.Follow(Labour, cancelled)).Then(new CommitmentDueFollowed(Labour, "KH", null, CommitmentStatus.Open));
    }

    [Fact]
    public void The_whole_last_day_is_left_to_keep_it()
    {
        commitment.Given(Recorded).When(c => c.FallDue(new(2027, 11, 8))).ThenNothing();
        commitment.Given(Recorded).When(c => c.FallDue(new(2027, 11, 9))).Then(new CommitmentFellDue(new(2027, 11, 8)));
        commitment.Given(Recorded, Shown(), new StatusReviewed(Showing, true, CommitmentStatus.Kept, Khin, null)).When(c => c.FallDue(new(2027, 11, 9))).ThenNothing();
        commitment.Given(Recorded with { DueOn = null }).When(c => c.FallDue(new(2030, 1, 1))).ThenNothing();
    }

    [Fact]
    public void Another_deadline_is_agreed_on_with_a_reason()
    {
        var due = new ByDate(new(2028, 1, 31));
        commitment.Given(Recorded).When(c => c.ChangeDue(due, null, " ")).ThenRefused(NeedsReason);
        commitment.Given(Recorded).When(c => c.ChangeDue(due, null, "They asked.")).Then(new CommitmentDueChanged(due, "KH", due.Date, CommitmentStatus.Open, "They asked."));
    }

    [Fact]
    public void Its_words_stand_while_translations_come_later()
    {
        commitment.Given(Recorded).When(c => c.Describe(Content with { Words = "We may perhaps" })).ThenRefused(WordsStand);
        var translated = Content with { Translations = [.. Content.Translations, new("th", "เราจะออกคำสั่ง")] };
        commitment.Given(Recorded).When(c => c.Describe(translated)).Then(new CommitmentDescribed(translated));
    }
}
