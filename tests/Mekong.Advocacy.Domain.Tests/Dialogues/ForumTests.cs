using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Dialogues.DialogueRefusals;
using static Mekong.Advocacy.Domain.Tests.Dialogues.Promised;

namespace Mekong.Advocacy.Domain.Tests.Dialogues;

/// <summary>What other things are due before.</summary>
public sealed class ForumTests
{
    private readonly Spec<Forum, ForumEvent> forum = new(Forum.Fold);

    [Fact]
    public void It_is_planned_for_some_days()
    {
        forum.Given().When(f => f.Plan(Plan)).Then(Plan);
        forum.Given().When(f => f.Plan(Plan with { Until = Plan.From.AddDays(-1) })).ThenRefused(EndsBeforeItBegins.At("until"));
        forum.Given().When(f => f.Plan(Plan with { City = "" })).ThenRefused(NeedsText.At("city"));
    }

    [Fact]
    public void It_is_moved_with_a_reason()
    {
        forum.Given(Plan).When(f => f.Move(new(2027, 12, 1), new(2027, 12, 2), "Vientiane", "")).ThenRefused(NeedsReason);
        forum.Given(Plan).When(f => f.Move(new(2027, 12, 1), new(2027, 12, 2), "Pakse", "Floods")).Then(new ForumMoved(new(2027, 12, 1), new(2027, 12, 2), "Pakse", "Floods"));
        forum.Given(Plan, new ForumCancelled("x")).When(f => f.Move(new(2027, 12, 1), new(2027, 12, 2), "Pakse", "Floods")).ThenRefused(ForumIsCancelled);
    }

    [Theory]
    [InlineData(0, "2027-11-09")]
    [InlineData(1, "2027-11-08")]
    [InlineData(10, "2027-10-30")]
    public void A_day_before_it_is_counted_from_its_first_day(int daysBefore, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", null), new ByForum(Labour, daysBefore).On(AsPlanned));

    [Fact]
    public void A_cancelled_forum_and_a_condition_have_no_day()
    {
        Assert.Null(new ByForum(Labour, 1).On(Forum.Fold.Over([Plan, new ForumCancelled("x")])));
        Assert.Null(new OnCondition([new("en", "When the sub-decree is issued")]).On(null));
        Assert.Equal(Today, new ByDate(Today).On(null));
    }
}
