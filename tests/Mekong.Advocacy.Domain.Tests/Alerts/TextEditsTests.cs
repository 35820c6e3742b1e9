using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Alerts.AlertRefusals;
using static Mekong.Advocacy.Domain.Tests.Alerts.Life;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

/// <summary>Sokha loads the page; Malee saves first; Sokha saves.</summary>
public sealed class TextEditsTests
{
    private static readonly AlertText
        EnglishBefore = Content.Texts["en"], KhmerBefore = Content.Texts["km"],
        Sokhas = new("", "អត្ថបទរបស់សុខា", ""), Malees = new("", "អត្ថបទរបស់មាលី", ""), Nothing = new("", "", "");

    private readonly Spec<Alert, AlertEvent> alert = new(Alert.Fold);

    /// <summary>The whole form as Sokha loaded it, with these texts typed over it.</summary>
    private static TextEdits Form(params (string Language, AlertText Text)[] typed) => new("Dam hearing", "en", new Dictionary<string, AlertText>
    {
        ["en"] = Typed("en", typed, EnglishBefore),
        ["km"] = Typed("km", typed, KhmerBefore),
        ["lo"] = Typed("lo", typed, Nothing),
    })
    {
        Bases = new Dictionary<string, string> { ["en"] = TextEdits.HashOf(EnglishBefore), ["km"] = TextEdits.HashOf(KhmerBefore), ["lo"] = "" },
        NameBefore = "Dam hearing",
        SourceBefore = "en",
    };

    private static AlertText Typed(string language, (string Language, AlertText Text)[] typed, AlertText before) =>
        typed.Where(one => one.Language == language).Select(one => one.Text).FirstOrDefault(before);

    private static AlertEvent[] AfterMalee(AlertContent content) => [.. Until(AlertStage.Draft), new AlertEdited(Malee, content)];

    [Fact]
    public void A_text_that_nobody_else_touched_is_saved() =>
        alert.Given(Until(AlertStage.Draft)).When(a => a.EditTexts(Sokha, Form(("km", Sokhas)))).Then(new AlertEdited(Sokha, Content.With("km", Sokhas)));

    [Fact]
    public void A_language_that_moved_meanwhile_is_refused_at_its_place() =>
        alert.Given(AfterMalee(Content.With("km", Malees))).When(a => a.EditTexts(Sokha, Form(("km", Sokhas)))).ThenRefused(TextWasChanged.At("texts.km"));

    [Fact]
    public void A_language_that_somebody_wrote_first_is_refused_too() =>
        alert.Given(AfterMalee(Content.With("lo", Malees))).When(a => a.EditTexts(Sokha, Form(("lo", Sokhas)))).ThenRefused(TextWasChanged.At("texts.lo"));

    [Fact]
    public void A_text_left_alone_never_overwrites_a_newer_one()
    {
        var theirs = Content.With("km", Malees).With("lo", Malees) with { Name = "Dam hearing on Friday", Source = "km" };
        var typed = EnglishBefore with { Sms = "Hearing on 4 Dec." };
        alert.Given(AfterMalee(theirs)).When(a => a.EditTexts(Sokha, Form(("en", typed)))).Then(new AlertEdited(Sokha, theirs.With("en", typed)));
    }

    [Fact]
    public void The_same_words_from_both_are_no_conflict() =>
        alert.Given(AfterMalee(Content.With("km", Malees))).When(a => a.EditTexts(Sokha, Form(("km", Malees)))).ThenNothing();

    [Fact]
    public void Saving_again_after_seeing_theirs_wins()
    {
        var form = Form(("km", Sokhas));
        var seen = form with { Bases = new Dictionary<string, string>(form.Bases) { ["km"] = TextEdits.HashOf(Malees) } };
        alert.Given(AfterMalee(Content.With("km", Malees))).When(a => a.EditTexts(Sokha, seen)).Then(new AlertEdited(Sokha, Content.With("km", Sokhas)));
    }

    [Fact]
    public void Emptying_a_text_takes_its_language_out()
    {
        var without = Content with { Texts = new Dictionary<string, AlertText> { ["en"] = EnglishBefore } };
        alert.Given(Until(AlertStage.Draft)).When(a => a.EditTexts(Sokha, Form(("km", Nothing)))).Then(new AlertEdited(Sokha, without));
    }

    [Fact]
    public void Every_language_that_moved_is_named() =>
        Assert.Equal(["texts.km", "texts.lo"], Form(("km", Sokhas), ("lo", Sokhas)).Conflicts(Content.With("lo", Malees).With("km", Malees)).Select(fault => fault.Field!));

    [Fact]
    public void Without_a_base_the_last_one_wins() =>
        alert.Given(AfterMalee(Content.With("km", Malees)))
            .When(a => a.EditTexts(Sokha, new("Dam hearing", "en", new Dictionary<string, AlertText> { ["km"] = Sokhas })))
            .Then(new AlertEdited(Sokha, Content.With("km", Sokhas)));

    [Theory]
    [InlineData(AlertStage.Unwritten, "alert.no-such-alert")]
    [InlineData(AlertStage.Sending, "alert.already-leaving")]
    [InlineData(AlertStage.Cancelled, "alert.already-over")]
    public void What_has_left_is_not_changed(AlertStage stage, string code) =>
        alert.Given(Until(stage)).When(a => a.EditTexts(Sokha, Form(("km", Sokhas)))).ThenRefused(new Refusal(code));
}
