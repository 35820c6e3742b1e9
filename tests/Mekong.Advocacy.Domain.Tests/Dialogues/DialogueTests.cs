using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Dialogues.DialogueRefusals;

namespace Mekong.Advocacy.Domain.Tests.Dialogues;

/// <summary>From the plan to the minutes.</summary>
public sealed class DialogueTests
{
    private static readonly DateTimeOffset Begins = new(2027, 10, 21, 1, 0, 0, TimeSpan.Zero);

    private static readonly DialogueContent Content = new(
        [new("en", "Return with dignity"), new("km", "វិលត្រឡប់ដោយសេចក្តីថ្លៃថ្នូរ")], DialogueKind.Symposium, new MeetingTime(Begins, Begins.AddHours(8), "Asia/Phnom_Penh"), "KH",
        "Phnom Penh, Youth Centre", null, [new Presence(Promised.Ministry, Promised.Director)], [], [new("en", "1. Voting abroad")], Attribution.Attributed, Promised.Labour,
        [
            new Reference(ReferenceKind.Exhibition, "Faces of return"), new Reference(ReferenceKind.Film, "The road back", "km"),
            new Reference(ReferenceKind.Publication, "Return", "en", "https://paper.example/en"), new Reference(ReferenceKind.Publication, "ការវិលត្រឡប់", "km", "https://paper.example/km"),
        ]);

    private static readonly DialoguePlanned Planned = new(Content);

    private readonly Spec<Dialogue, DialogueEvent> dialogue = new(Dialogue.Fold);

    [Fact]
    public void It_is_planned_with_everything_that_goes_with_it() => dialogue.Given().When(d => d.Plan(Content)).Then(Planned);

    public static TheoryData<DialogueContent, Refusal> Faulty => new()
    {
        { Content with { Titles = [] }, NeedsName.At("titles") },
        { Content with { Titles = [new("en", "Return\nhome")] }, OneLineOnly.At("titles.en") },
        { Content with { Titles = [new("en", "a"), new("en", "b")] }, TwiceInOneLanguage.At("titles.en", "en") },
        { Content with { Time = new MeetingTime(Begins, Begins, "Asia/Phnom_Penh") }, EndsBeforeItBegins },
        { Content with { Place = " " }, NeedsText.At("place") },
        { Content with { Country = "Cambodia" }, UnknownCountry.At("country", "CAMBODIA") },
        { Content with { Links = [new Reference(ReferenceKind.Statement, "Wages")] }, NeedsTarget.At("links.1.id") },
        { Content with { Agenda = [new("km", new string('x', 20_001))] }, TextTooLong.At("agenda.km", "20000") },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_plan_is_refused_at_its_field(DialogueContent content, Refusal why) => dialogue.Given().When(d => d.Plan(content)).ThenRefused(why);

    [Fact]
    public void To_describe_it_does_not_move_it()
    {
        var elsewhere = Content with { Place = "Battambang", Time = Content.Time with { Begins = Begins.AddDays(1) }, Attribution = Attribution.ChathamHouse };
        dialogue.Given(Planned).When(d => d.Describe(elsewhere)).Then(new DialogueDescribed(Content with { Attribution = Attribution.ChathamHouse }));
    }

    [Fact]
    public void It_is_moved_with_a_reason_and_to_be_confirmed_anew()
    {
        var later = new MeetingTime(Begins.AddDays(7), Begins.AddDays(7).AddHours(8), "Asia/Phnom_Penh");
        dialogue.Given(Planned, new DialogueConfirmed()).When(d => d.Move(later, "kh", "Phnom Penh", "")).ThenRefused(NeedsReason);
        dialogue.Given(Planned, new DialogueConfirmed()).When(d => d.Move(later, "kh", "Phnom Penh", "The minister travels.")).Then(new DialogueMoved(later, "KH", "Phnom Penh", "The minister travels."));
        Assert.Equal(DialogueStage.Planned, Dialogue.Fold.Over([Planned, new DialogueConfirmed(), new DialogueMoved(later, "KH", "Phnom Penh", "x")]).Stage);
    }

    [Fact]
    public void What_was_put_off_needs_an_hour_before_it_is_confirmed()
    {
        dialogue.Given(Planned, new DialoguePostponed("Floods")).When(d => d.Confirm()).ThenRefused(NeedsHour);
        dialogue.Given(Planned, new DialoguePostponed("Floods")).When(d => d.Hold(Begins.AddDays(9))).ThenRefused(NotBegunYet);
        dialogue.Given(Planned, new DialoguePostponed("Floods")).When(d => d.Move(Content.Time, "KH", Content.Place, "Dry again")).Then(new DialogueMoved(Content.Time, "KH", Content.Place, "Dry again"));
    }

    [Fact]
    public void It_is_held_once_it_has_begun_then_minuted_then_closed()
    {
        ValueList<Wording> minutes = [new("en", "They will look into it.")];
        dialogue.Given(Planned).When(d => d.Hold(Begins.AddTicks(-1))).ThenRefused(NotBegunYet);
        dialogue.Given(Planned).When(d => d.Hold(Begins)).Then(new DialogueHeld());
        dialogue.Given(Planned).When(d => d.Minute(minutes, [])).ThenRefused(NotHeld);
        dialogue.Given(Planned, new DialogueHeld()).When(d => d.Minute([], [])).ThenRefused(NeedsMinutes);
        dialogue.Given(Planned, new DialogueHeld()).When(d => d.Close()).ThenRefused(NotMinuted);
        dialogue.Given(Planned, new DialogueHeld()).When(d => d.Minute(minutes, [Promised.Showing])).Then(new DialogueMinuted(minutes, [Promised.Showing]));
        dialogue.Given(Planned, new DialogueHeld(), new DialogueMinuted(minutes, [])).When(d => d.Close()).Then(new DialogueClosed());
        dialogue.Given(Planned, new DialogueHeld()).When(d => d.Cancel("Late")).ThenRefused(DialogueIsOver);
    }

    [Fact]
    public void What_was_never_planned_does_not_exist()
    {
        dialogue.Given().When(d => d.Confirm()).ThenRefused(NoSuchDialogue);
        dialogue.Given().When(d => d.Describe(Content)).ThenRefused(NoSuchDialogue);
        dialogue.Given().When(d => d.Minute([new("en", "x")], [])).ThenRefused(NoSuchDialogue);
    }
}
