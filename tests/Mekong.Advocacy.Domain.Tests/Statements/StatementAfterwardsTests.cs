using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Statements.StatementRefusals;
using static Mekong.Advocacy.Domain.Tests.Statements.Joint;

namespace Mekong.Advocacy.Domain.Tests.Statements;

/// <summary>From the closing to the shelf.</summary>
public sealed class StatementAfterwardsTests
{
    private static readonly Guid Reply = new("4e000000-0000-0000-0000-000000000009");

    private readonly Spec<Statement, StatementEvent> statement = new(Statement.Fold);

    [Fact]
    public void It_closes_at_its_hour_and_fixes_the_register()
    {
        statement.Given(ToOpen).When(s => s.Close(Closes, Register, 3, 0)).Then(new StatementClosed(Closes, Register, 3, 0));
        statement.Given(ToOpen).When(s => s.Close(Closes.AddTicks(-1), Register, 3, 0)).ThenNothing();
        statement.Given(Until(StatementStage.Cancelled)).When(s => s.Close(Closes, Register, 3, 0)).ThenNothing();
    }

    [Theory]
    [InlineData(StatementStage.Draft)]
    [InlineData(StatementStage.Open)]
    [InlineData(StatementStage.Suspended)]
    public void It_is_given_up_with_a_reason(StatementStage stage)
    {
        statement.Given(Until(stage)).When(s => s.Cancel(Sokha, " ")).ThenRefused(NeedsReason);
        statement.Given(Until(stage)).When(s => s.Cancel(Sokha, "Overtaken.")).Then(new StatementCancelled(Sokha, "Overtaken."));
    }

    [Fact]
    public void What_has_closed_is_not_given_up() => statement.Given(ToClosed).When(s => s.Cancel(Sokha, "Late.")).ThenRefused(AlreadyOver);

    [Fact]
    public void A_package_is_made_after_the_closing_only()
    {
        statement.Given(ToOpen).When(s => s.MakePackage(Made)).ThenRefused(NotClosed);
        statement.Given(ToClosed).When(s => s.MakePackage(Made)).Then(Made);
    }

    [Fact]
    public void A_failed_transmission_stays_failed()
    {
        StatementEvent[] failed = [.. ToClosed, Made, Sent(arrived: false)];
        Assert.Equal(StatementStage.Closed, Statement.Fold.Over(failed).Stage);
        var again = Sent(arrived: true, Reply);
        statement.Given(failed).When(s => s.RecordTransmission(again)).Then(again);
        Assert.Equal(StatementStage.Delivered, Statement.Fold.Over([.. failed, again]).Stage);
    }

    [Fact]
    public void What_is_handed_over_is_this_package_to_one_of_these_offices()
    {
        statement.Given([.. ToClosed, Made]).When(s => s.RecordTransmission(Sent(true) with { Addressee = "embassy" })).ThenRefused(NoSuchAddressee);
        statement.Given([.. ToClosed, Made]).When(s => s.RecordTransmission(Sent(true) with { PackageHash = new string('d', 64) })).ThenRefused(NoSuchPackage);
        statement.Given([.. ToClosed, Made]).When(s => s.RecordTransmission(Sent(true, channel: TransmissionChannel.Hand))).ThenRefused(NeedsEvidence);
        statement.Given([.. ToClosed, Made]).When(s => s.RecordTransmission(Sent(true, channel: TransmissionChannel.Hand, evidence: Reply))).Then(Sent(true, channel: TransmissionChannel.Hand, evidence: Reply));
    }

    [Fact]
    public void An_office_is_mailed_one_package_at_a_time()
    {
        var mail = new PackageMailRequested(Reply, Sokha, "labour-ministry", Made.PackageId, Closes.AddHours(2));
        statement.Given(ToOpen).When(s => s.RequestMail(mail)).ThenRefused(NotClosed);
        statement.Given(ToClosed).When(s => s.RequestMail(mail)).ThenRefused(NoSuchPackage);
        statement.Given([.. ToClosed, Made]).When(s => s.RequestMail(mail with { Addressee = "embassy" })).ThenRefused(NoSuchAddressee);
        statement.Given([.. ToClosed, Made]).When(s => s.RequestMail(mail)).Then(mail);
        statement.Given([.. ToClosed, Made, mail]).When(s => s.RequestMail(mail)).ThenNothing();
        statement.Given([.. ToClosed, Made, mail]).When(s => s.RequestMail(mail with { TransmissionId = Malee })).ThenRefused(MailIsUnderWay);
        var again = mail with { TransmissionId = Malee };
        statement.Given([.. ToClosed, Made, mail, Sent(arrived: false, Reply)]).When(s => s.RequestMail(again)).Then(again);
        statement.Given([.. ToClosed, Made, mail, Sent(arrived: false, Reply)]).When(s => s.RequestMail(mail)).ThenNothing();
    }

    [Fact]
    public void A_reply_and_what_came_of_it_are_recorded()
    {
        var reply = new ReplyReceived(Reply, Sokha, "labour-ministry", "They will pay.", null, Closes.AddDays(20));
        statement.Given(ToClosed).When(s => s.RecordReply(reply)).ThenRefused(NotClosed);
        statement.Given(Until(StatementStage.Delivered)).When(s => s.RecordReply(reply)).Then(reply);
        statement.Given(Until(StatementStage.Answered)).When(s => s.RecordOutcome(Sokha, "212 workers were paid. ")).Then(new OutcomeRecorded(Sokha, "212 workers were paid."));
    }

    [Fact]
    public void Another_takes_its_place_and_it_is_put_away()
    {
        statement.Given(ToClosed).When(s => s.Supersede(Sokha, Malee, Malee)).ThenRefused(CannotFollowItself);
        statement.Given(ToClosed).When(s => s.Supersede(Sokha, Malee, Khin)).Then(new StatementSuperseded(Sokha, Khin));
        statement.Given(Until(StatementStage.Answered)).When(s => s.Archive(Sokha)).Then(new StatementArchived(Sokha));
        statement.Given(ToOpen).When(s => s.Archive(Sokha)).ThenRefused(NotClosed);
    }

    [Theory]
    [InlineData("thaw")]
    [InlineData("suspend")]
    [InlineData("cancel")]
    [InlineData("archive")]
    public void What_was_never_written_does_not_exist(string what) => statement.Given().When(s => what switch
    {
        "thaw" => s.Thaw(Sokha, "x"),
        "suspend" => s.Suspend(Sokha, "x"),
        "cancel" => s.Cancel(Sokha, "x"),
        _ => s.Archive(Sokha),
    }).ThenRefused(NoSuchStatement);
}
