using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.FollowUps.FollowUpRefusals;
using static Mekong.Advocacy.Domain.Tests.FollowUps.Step;

namespace Mekong.Advocacy.Domain.Tests.FollowUps;

public sealed class FollowUpTests
{
    private readonly Spec<FollowUp, FollowUpEvent> step = new(FollowUp.Fold);

    private static readonly DateOnly Later = new(2026, 12, 8), Today = new(2026, 11, 2);

    [Fact]
    public void A_step_is_written_down_once()
    {
        step.Given().When(s => s.Open(Dara, Content, DueOn, Now)).Then(Opened);
        step.Given(Opened).When(s => s.Open(Dara, Content with { Priority = 1 }, DueOn, Now)).ThenRefused(AlreadyWritten);
        step.Given(Opened).When(s => s.Open(Bopha, Content, DueOn, Now)).ThenRefused(AlreadyWritten);
    }

    public static TheoryData<FollowUpContent, Refusal> Faulty => new()
    {
        { Content with { Step = " " }, NeedsStep },
        { Content with { Step = "Two\nlines" }, NeedsStep },
        { Content with { Step = new string('x', 301) }, StepTooLong.At("step", "300") },
        { Content with { Language = "fr" }, UnknownLanguage },
        { Content with { Country = "ID" }, UnknownCountry },
        { Content with { Owner = new Owner(OwnerKind.Organisation, Guid.Empty) }, NoSuchOwner },
        { Content with { Priority = 0 }, PriorityOutOfRange },
        { Content with { Priority = 6 }, PriorityOutOfRange },
        { Content with { Due = new DueBy(new ByDate(new DateOnly(1999, 12, 31))) }, DayOutOfRange },
        { Content with { Due = new WorkingDaysAfter(DueOn, 261) }, TooManyDays.At("due", "260") },
        { Content with { Due = new WorkingDaysAfter(DueOn, -1) }, TooManyDays.At("due", "260") },
        { Content with { Checklist = [.. Enumerable.Range(0, 21).Select(n => new ChecklistItem(new Guid(n, 0, 0, new byte[8]), "x"))] }, TooManyItems.At("checklist", "20") },
        { Content with { Checklist = [new(Letter, " ")] }, ItemNotClear.At("checklist", "200") },
        { Content with { Checklist = [new(Letter, "a"), new(Letter, "b")] }, ItemNotClear.At("checklist", "200") },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void What_is_not_clear_is_not_written_down(FollowUpContent content, Refusal refusal)
    {
        step.Given().When(s => s.Open(Dara, content, DueOn, Now)).ThenRefused(refusal);
        step.Given(Opened).When(s => s.Describe(Dara, content, DueOn, Now)).ThenRefused(refusal);
    }

    [Fact]
    public void A_step_is_written_anew_and_lines_that_stay_keep_their_tick()
    {
        var shorter = Content with { Checklist = [new(Call, "Call the office")] };
        step.Given(Opened).When(s => s.Describe(Bopha, shorter, Later, Now)).Then(new FollowUpDescribed(Bopha, shorter, Later, Now));
        step.Given(Opened).When(s => s.Describe(Bopha, Content, DueOn, Now.AddDays(1))).ThenNothing();
        step.Given().When(s => s.Describe(Bopha, Content, DueOn, Now)).ThenRefused(NoSuchFollowUp);
        var state = FollowUp.Fold.Over([Opened, new FollowUpItemTicked(Dara, Letter, true), new FollowUpItemTicked(Dara, Call, true), new FollowUpDescribed(Bopha, shorter, DueOn, Now.AddDays(3))]);
        Assert.Equal([Call], state.Ticked);
        Assert.Equal(Now, state.SetAt); // the day has not changed
    }

    [Fact]
    public void What_a_step_hangs_on_moves_it_while_it_is_open()
    {
        var before = Content with { Due = new DueBy(new ByForum(LabourForum, 2)) };
        var opened = new FollowUpOpened(Dara, before, DueOn, Now);
        step.Given(opened).When(s => s.MoveDue(Later, Now)).Then(new FollowUpDueMoved(LabourForum, Later, Now));
        step.Given(opened).When(s => s.MoveDue(null, Now)).Then(new FollowUpDueMoved(LabourForum, null, Now));
        step.Given(opened).When(s => s.MoveDue(DueOn, Now)).ThenNothing();
        step.Given(opened, new FollowUpStateChanged(Dara, FollowUpState.Done, "Asked")).When(s => s.MoveDue(Later, Now)).ThenNothing();
        step.Given().When(s => s.MoveDue(Later, Now)).ThenNothing();
    }

    [Fact]
    public void What_is_over_says_what_came_of_it()
    {
        step.Given(Opened).When(s => s.ChangeState(Bopha, FollowUpState.Doing, null)).Then(new FollowUpStateChanged(Bopha, FollowUpState.Doing, null));
        step.Given(Opened).When(s => s.ChangeState(Bopha, FollowUpState.Waiting, " For the minister ")).Then(new FollowUpStateChanged(Bopha, FollowUpState.Waiting, "For the minister"));
        step.Given(Opened).When(s => s.ChangeState(Bopha, FollowUpState.Done, " ")).ThenRefused(NeedsOutcome);
        step.Given(Opened).When(s => s.ChangeState(Bopha, FollowUpState.Dropped, null)).ThenRefused(NeedsReason.At("words"));
        step.Given(Opened).When(s => s.ChangeState(Bopha, FollowUpState.Done, new string('x', 2001))).ThenRefused(WordsTooLong.At("words", "2000"));
        step.Given(Opened).When(s => s.ChangeState(Bopha, FollowUpState.Open, null)).ThenNothing();
        step.Given(Opened, new FollowUpStateChanged(Bopha, FollowUpState.Done, "It is on 12 January.")).When(s => s.ChangeState(Dara, FollowUpState.Open, null))
            .Then(new FollowUpStateChanged(Dara, FollowUpState.Open, null));
        step.Given().When(s => s.ChangeState(Bopha, FollowUpState.Doing, null)).ThenRefused(NoSuchFollowUp);
    }

    [Fact]
    public void A_step_is_put_to_sleep_with_a_reason_and_for_three_months_at_most()
    {
        step.Given(Opened).When(s => s.Snooze(Bopha, Later, " The office is closed ", Today)).Then(new FollowUpSnoozed(Bopha, Later, "The office is closed"));
        step.Given(Opened).When(s => s.Snooze(Bopha, Today, "Why not", Today)).ThenRefused(SnoozeIntoThePast);
        step.Given(Opened).When(s => s.Snooze(Bopha, Today.AddDays(91), "Why not", Today)).ThenRefused(SnoozeTooLong.At("until", "90"));
        step.Given(Opened).When(s => s.Snooze(Bopha, Later, " ", Today)).ThenRefused(NeedsReason);
        step.Given(Opened).When(s => s.Snooze(Bopha, Later, new string('x', 2001), Today)).ThenRefused(WordsTooLong.At("reason", "2000"));
        step.Given(Opened, new FollowUpStateChanged(Bopha, FollowUpState.Dropped, "Overtaken")).When(s => s.Snooze(Bopha, Later, "x", Today)).ThenRefused(IsClosed);
        step.Given().When(s => s.Snooze(Bopha, Later, "x", Today)).ThenRefused(NoSuchFollowUp);
    }

    [Fact]
    public void Notes_and_ticks_are_kept_once()
    {
        step.Given(Opened).When(s => s.Note(Call, Bopha, " They call back. ")).Then(new FollowUpNoted(Call, Bopha, "They call back."));
        step.Given(Opened).When(s => s.Note(Call, Bopha, "")).ThenRefused(NeedsNote);
        step.Given(Opened).When(s => s.Note(Call, Bopha, new string('x', 2001))).ThenRefused(WordsTooLong.At("text", "2000"));
        step.Given().When(s => s.Note(Call, Bopha, "x")).ThenRefused(NoSuchFollowUp);
        step.Given([Opened, .. Enumerable.Range(1, 200).Select(n => new FollowUpNoted(new Guid(n, 0, 0, new byte[8]), Bopha, "x"))]).When(s => s.Note(Call, Bopha, "x")).ThenRefused(TooManyNotes.At("text", "200"));
        step.Given(Opened).When(s => s.Tick(Bopha, Letter, true)).Then(new FollowUpItemTicked(Bopha, Letter, true));
        step.Given(Opened).When(s => s.Tick(Bopha, Letter, false)).ThenNothing();
        step.Given(Opened, new FollowUpItemTicked(Bopha, Letter, true)).When(s => s.Tick(Dara, Letter, false)).Then(new FollowUpItemTicked(Dara, Letter, false));
        step.Given(Opened).When(s => s.Tick(Bopha, Bopha, true)).ThenRefused(NoSuchItem);
        step.Given(Opened, new FollowUpStateChanged(Bopha, FollowUpState.Done, "x")).When(s => s.Tick(Bopha, Letter, true)).ThenRefused(IsClosed);
        step.Given().When(s => s.Tick(Bopha, Letter, true)).ThenRefused(NoSuchFollowUp);
    }
}
