using System.Text;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Statements.StatementRefusals;
using static Mekong.Advocacy.Domain.Tests.Statements.Joint;

namespace Mekong.Advocacy.Domain.Tests.Statements;

/// <summary>From the draft to the moment at which the words stand still for ever.</summary>
public sealed class StatementTextTests
{
    private readonly Spec<Statement, StatementEvent> statement = new(Statement.Fold);

    [Fact]
    public void A_draft_gets_a_number_for_phones() =>
        statement.Given().When(s => s.Draft(Sokha, 12, Content)).Then(new StatementDrafted(Sokha, 12, Content));

    [Fact]
    public void A_draft_is_edited() => statement.Given(Until(StatementStage.Draft)).When(s => s.Edit(Malee, Content with { Name = "Wages" }))
        .Then(new StatementEdited(Malee, Content with { Name = "Wages" }));

    [Theory]
    [InlineData(StatementStage.Frozen)]
    [InlineData(StatementStage.Approved)]
    [InlineData(StatementStage.Open)]
    [InlineData(StatementStage.Closed)]
    public void Frozen_words_are_not_edited(StatementStage stage) =>
        statement.Given(Until(stage)).When(s => s.Edit(Malee, Content with { Name = "Wages" })).ThenRefused(TextIsFrozen);

    public static TheoryData<StatementContent, Refusal> Incomplete => new()
    {
        { Content with { Texts = [Thai] }, NeedsAuthenticText },
        { Content with { Texts = [English, Khmer with { Body = " \n" }] }, NeedsWholeText.At("texts.km.body", "km") },
        { Content with { Addressees = [] }, NeedsAddressee },
        { Content with { Window = null }, NeedsWindow },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void An_incomplete_draft_may_be_saved_but_not_frozen(StatementContent content, Refusal why) =>
        statement.Given(new StatementDrafted(Sokha, 12, content)).When(s => s.Freeze(Sokha)).ThenRefused(why);

    public static TheoryData<StatementContent, Refusal> Faulty => new()
    {
        { Content with { Name = " " }, NeedsName },
        { Content with { Texts = [English with { Language = "tlh" }] }, UnknownLanguage.At("texts.tlh", "tlh") },
        { Content with { Texts = [English, English] }, TwiceInOneLanguage.At("texts.en", "en") },
        { Content with { Texts = [English with { Title = "Pay\nnow" }] }, TitleIsOneLine.At("texts.en.title") },
        { Content with { Texts = [English with { Title = new string('x', 201) }] }, TextTooLong.At("texts.en.title", "200") },
        { Content with { Window = new SignOnWindow(Closes, Opens, "Asia/Bangkok") }, WindowEndsBeforeItBegins },
        { Content with { EmbargoUntil = Closes }, EmbargoOutlastsWindow },
        { Content with { Addressees = [Content.Addressees[0], Content.Addressees[0]] }, AddresseeNotClear },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_draft_is_refused_at_its_field(StatementContent content, Refusal why) =>
        statement.Given().When(s => s.Draft(Sokha, 12, content)).ThenRefused(why);

    [Fact]
    public void Freezing_seals_every_language() => statement.Given(Until(StatementStage.Draft)).When(s => s.Freeze(Sokha)).Then(new StatementTextFrozen(Sokha, 1,
    [
        new TextSeal("en", TextRole.Authentic, HashOf(English)), new TextSeal("km", TextRole.Authentic, HashOf(Khmer)), new TextSeal("th", TextRole.Courtesy, HashOf(Thai)),
    ], Opens));

    [Fact]
    public void A_second_person_approves_each_language()
    {
        statement.Given(Until(StatementStage.Frozen)).When(s => s.Approve(Khin, "km", HashOf(Khmer))).Then(new StatementTextApproved(Khin, 1, "km", HashOf(Khmer)));
        Assert.Equal(StatementStage.Frozen, Statement.Fold.Over(Until(StatementStage.Approved)[..4]).Stage);
        Assert.Equal(StatementStage.Approved, Statement.Fold.Over(Until(StatementStage.Approved)).Stage);
    }

    [Fact]
    public void Nobody_approves_what_they_wrote() =>
        statement.Given(Until(StatementStage.Frozen)).When(s => s.Approve(Sokha, "en", HashOf(English))).ThenRefused(AuthorMayNotApprove);

    [Fact]
    public void Other_words_than_were_frozen_are_not_approved() =>
        statement.Given(Until(StatementStage.Frozen)).When(s => s.Approve(Khin, "en", HashOf(Khmer))).ThenRefused(TextHasMoved.At("texts.en"));

    [Fact]
    public void Thawing_takes_a_reason_and_voids_the_approvals()
    {
        statement.Given(Until(StatementStage.Approved)).When(s => s.Thaw(Sokha, " ")).ThenRefused(NeedsReason);
        statement.Given(Until(StatementStage.Approved)).When(s => s.Thaw(Sokha, "A number is wrong. ")).Then(new StatementTextThawed(Sokha, "A number is wrong."));
        var thawed = Statement.Fold.Over([.. Until(StatementStage.Approved), new StatementTextThawed(Sokha, "A number is wrong.")]);
        Assert.Equal((StatementStage.Draft, 0), (thawed.Stage, thawed.Texts.Count));
    }

    [Fact]
    public void A_remark_is_kept_once()
    {
        var remark = new StatementCommented(Package, Khin, "km", "The second sentence reads badly.");
        statement.Given(Until(StatementStage.Draft)).When(s => s.Comment(Package, Khin, "km", " The second sentence reads badly. ")).Then(remark);
        statement.Given(Until(StatementStage.Draft)).When(s => s.Comment(Package, Khin, null, " ")).ThenRefused(CommentNeedsText);
    }

    [Fact]
    public void The_seal_is_the_published_one() => Assert.Equal(
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("mekong-statement:v1\nen\n1\nPay what is owed\n\nWe ask."u8)),
        Seals.Of(new StatementText("en", TextRole.Authentic, "  Pay what is owed\t", "\r\nWe ask.\r\n "), 1).Hash);

    [Fact]
    public void Composed_and_decomposed_letters_are_one_text() => Quiet.Holds(
        from words in Gen.Elements("Đường Sen, tiếng Việt", "สมาคม", "រដ្ឋ", "café").NonEmptyListOf() select string.Join('\n', words),
        words => HashOf(English with { Body = words }) == HashOf(English with { Body = words.Normalize(NormalizationForm.FormD).Replace("\n", "\r\n", StringComparison.Ordinal) }));

    [Fact]
    public void A_zero_width_space_belongs_to_the_text() =>
        Assert.NotEqual(HashOf(Khmer), HashOf(Khmer with { Body = Khmer.Body.Replace("\u200b", "", StringComparison.Ordinal) }));
}
