using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Statements.StatementRefusals;
using static Mekong.Advocacy.Domain.Tests.Statements.Joint;

namespace Mekong.Advocacy.Domain.Tests.Statements;

/// <summary>What may happen while people sign.</summary>
public sealed class StatementWindowTests
{
    private static readonly StatementText Sharper = English with { Body = "Pay at once." };

    private readonly Spec<Statement, StatementEvent> statement = new(Statement.Fold);

    [Fact]
    public void It_opens_at_its_hour() =>
        statement.Given(Until(StatementStage.Approved)).When(s => s.Open(Opens)).Then(new StatementOpened(1, Opens, Closes));

    [Fact]
    public void It_opens_neither_before_nor_unapproved_nor_too_late()
    {
        statement.Given(Until(StatementStage.Approved)).When(s => s.Open(Opens.AddTicks(-1))).ThenRefused(NotYetOpen);
        statement.Given(Until(StatementStage.Frozen)).When(s => s.Open(Opens)).ThenRefused(NotApproved);
        statement.Given(Until(StatementStage.Approved)).When(s => s.Open(Closes)).ThenRefused(DeadlineHasPassed);
    }

    public static TheoryData<StatementStage, DateTimeOffset, string?> Signing => new()
    {
        { StatementStage.Frozen, Opens, "statement.no-such-statement" },
        { StatementStage.Approved, Opens, "statement.not-yet-open" },
        { StatementStage.Open, Opens.AddTicks(-1), "statement.not-yet-open" },
        { StatementStage.Open, Opens, null },
        { StatementStage.Open, Closes.AddTicks(-1), null },
        { StatementStage.Open, Closes, "statement.deadline-has-passed" },
        { StatementStage.Suspended, Opens, "statement.is-suspended" },
        { StatementStage.Closed, Opens, "statement.deadline-has-passed" },
        { StatementStage.Cancelled, Opens, "statement.deadline-has-passed" },
    };

    [Theory]
    [MemberData(nameof(Signing))]
    public void The_clock_says_who_may_sign(StatementStage stage, DateTimeOffset now, string? code) =>
        Assert.Equal(code, Statement.Fold.Over(Until(stage)).WhyNotSign(Signed(English), now)?.Code);

    [Fact]
    public void What_is_signed_is_the_text_that_stands_there()
    {
        var open = Statement.Fold.Over(ToOpen);
        Assert.Null(open.WhyNotSign(Signed(Thai), Opens)); // read in a courtesy text
        Assert.Equal(TextHasMoved.At("textHash"), open.WhyNotSign(Signed(English) with { Hash = HashOf(Khmer) }, Opens));
        Assert.Equal(NoSuchText.At("language", "lo"), open.WhyNotSign(Signed(English) with { Language = "lo" }, Opens));
    }

    [Fact]
    public void Signing_stops_and_goes_on()
    {
        statement.Given(ToOpen).When(s => s.Suspend(Sokha, "")).ThenRefused(NeedsReason);
        statement.Given(ToOpen).When(s => s.Suspend(Sokha, "A court asks.")).Then(new StatementSuspended(Sokha, "A court asks."));
        statement.Given(Until(StatementStage.Suspended)).When(s => s.Reopen(Sokha)).Then(new StatementReopened(Sokha));
        statement.Given(Until(StatementStage.Closed)).When(s => s.Reopen(Sokha)).ThenRefused(NotSuspended);
    }

    [Fact]
    public void The_deadline_moves_forward_only()
    {
        var later = Closes.AddDays(3);
        statement.Given(ToOpen).When(s => s.MoveDeadline(Sokha, later, "Tết", Opens)).Then(new StatementDeadlineMoved(Sokha, later, "Tết"));
        statement.Given(ToOpen).When(s => s.MoveDeadline(Sokha, Closes.AddDays(-1), "Haste", Opens)).ThenRefused(DeadlineMovesForwardOnly);
        statement.Given(ToOpen).When(s => s.MoveDeadline(Sokha, later, "Late", Closes)).ThenRefused(DeadlineHasPassed);
        Assert.Equal(later, Statement.Fold.Over([.. ToOpen, new StatementDeadlineMoved(Sokha, later, "Tết")]).Window!.ClosesAt);
    }

    [Fact]
    public void A_slip_is_put_right_beside_the_text()
    {
        statement.Given(ToOpen).When(s => s.IssueCorrigendum(Package, Malee, "en", "sent home", "sent back", null))
            .Then(new CorrigendumIssued(Package, Malee, "en", "sent home", "sent back", null));
        statement.Given(ToOpen).When(s => s.IssueCorrigendum(Package, Malee, "en", "sent away", "sent back", null)).ThenRefused(WordsNotInText);
        Assert.Equal(HashOf(English), Statement.Fold.Over([.. ToOpen, new CorrigendumIssued(Package, Malee, "en", "sent home", "sent back", null)]).Texts[0].Hash);
    }

    [Fact]
    public void A_material_change_is_a_version_that_waits_for_its_approvals()
    {
        var proposed = new StatementRevisionProposed(Malee, 2, [Sharper, Khmer, Thai], Seals.Of([Sharper, Khmer, Thai], 2));
        statement.Given(ToOpen).When(s => s.ProposeRevision(Malee, [Sharper, Khmer, Thai], Opens)).Then(proposed);
        statement.Given(ToOpen).When(s => s.ProposeRevision(Malee, [Sharper], Opens)).ThenRefused(RevisionKeepsLanguages);
        statement.Given(ToOpen).When(s => s.ProposeRevision(Malee, [English, Khmer, Thai], Opens)).ThenRefused(NothingChanged);
        StatementEvent[] waiting = [.. ToOpen, proposed, new StatementTextApproved(Khin, 2, "en", HashOf(Sharper, 2)), new StatementTextApproved(Khin, 2, "km", HashOf(Khmer, 2))];
        Assert.Null(Statement.Fold.Over(waiting).WhyNotSign(Signed(English), Opens)); // the old one is signed meanwhile
        statement.Given(waiting).When(s => s.Approve(Khin, "th", HashOf(Thai, 2))).Then(new StatementTextApproved(Khin, 2, "th", HashOf(Thai, 2)), new StatementRevised(2));
        var revised = Statement.Fold.Over([.. waiting, new StatementTextApproved(Khin, 2, "th", HashOf(Thai, 2)), new StatementRevised(2)]);
        Assert.Equal(TextHasMoved.At("textHash"), revised.WhyNotSign(Signed(English), Opens));
        Assert.Null(revised.WhyNotSign(Signed(Sharper, 2), Opens));
    }

    [Fact]
    public void A_late_translation_is_read_once_a_second_person_has_approved_it()
    {
        var lao = new StatementText("lo", TextRole.Courtesy, "ຈ່າຍຄ່າແຮງ", "ແຮງງານຖືກສົ່ງກັບ");
        statement.Given(ToOpen).When(s => s.AddCourtesyText(Malee, lao with { Role = TextRole.Authentic })).Then(new CourtesyTextAdded(Malee, 1, lao, HashOf(lao)));
        statement.Given(ToOpen).When(s => s.AddCourtesyText(Malee, Khmer)).ThenRefused(IsAuthentic.At("texts.km"));
        StatementEvent[] added = [.. ToOpen, new CourtesyTextAdded(Malee, 1, lao, HashOf(lao))];
        Assert.Equal(NoSuchText.At("language", "lo"), Statement.Fold.Over(added).WhyNotSign(Signed(lao), Opens));
        statement.Given(added).When(s => s.Approve(Malee, "lo", HashOf(lao))).ThenRefused(AuthorMayNotApprove);
        statement.Given(added).When(s => s.Approve(Khin, "lo", HashOf(lao))).Then(new StatementTextApproved(Khin, 1, "lo", HashOf(lao)));
    }
}
