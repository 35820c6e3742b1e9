using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Dialogues.DialogueRefusals;
using static Mekong.Advocacy.Domain.Tests.Dialogues.Promised;

namespace Mekong.Advocacy.Domain.Tests.Dialogues;

/// <summary>Never without evidence, never by one person.</summary>
public sealed class CommitmentStatusTests
{
    private readonly Spec<Commitment, CommitmentEvent> commitment = new(Commitment.Fold);

    [Fact]
    public void A_status_is_shown_with_evidence()
    {
        commitment.Given(Recorded).When(c => c.Propose(Shown() with { Evidence = [] })).ThenRefused(StatusNeedsEvidence);
        commitment.Given(Recorded).When(c => c.Propose(Shown() with { Note = " " })).ThenRefused(NeedsText.At("note"));
        commitment.Given(Recorded).When(c => c.Propose(Shown() with { Evidence = [Order with { Url = "ftp://x" }] })).ThenRefused(AddressNotUnderstood.At("evidence.1.url", "ftp://x"));
        commitment.Given(Recorded).When(c => c.Propose(Shown())).Then(Shown());
    }

    [Fact]
    public void Overdue_is_said_by_the_calendar_only() =>
        commitment.Given(Recorded).When(c => c.Propose(Shown(CommitmentStatus.Overdue))).ThenRefused(StatusFollowsFromClock);

    [Fact]
    public void It_counts_when_a_second_person_has_agreed()
    {
        Assert.Equal(CommitmentStatus.Open, Commitment.Fold.Over([Recorded, Shown()]).Status);
        commitment.Given(Recorded, Shown()).When(c => c.Review(Showing, true, Sokha, null)).ThenRefused(ReviewNeedsAnother);
        var reviewed = new StatusReviewed(Showing, true, CommitmentStatus.Kept, Khin, null);
        commitment.Given(Recorded, Shown()).When(c => c.Review(Showing, true, Khin, " ")).Then(reviewed);
        Assert.Equal(CommitmentStatus.Kept, Commitment.Fold.Over([Recorded, Shown(), reviewed]).Status);
        commitment.Given(Recorded).When(c => c.Review(Showing, true, Khin, null)).ThenRefused(NoSuchProposal);
    }

    [Fact]
    public void What_is_returned_says_what_it_lacks_and_changes_nothing()
    {
        commitment.Given(Recorded, Shown()).When(c => c.Review(Showing, false, Khin, null)).ThenRefused(NeedsReason.At("why"));
        var returned = new StatusReviewed(Showing, false, CommitmentStatus.Kept, Khin, "A draft only.");
        commitment.Given(Recorded, Shown()).When(c => c.Review(Showing, false, Khin, "A draft only.")).Then(returned);
        Assert.Equal(CommitmentStatus.Open, Commitment.Fold.Over([Recorded, Shown(), returned]).Status);
    }

    [Fact]
    public void One_at_a_time() =>
        commitment.Given(Recorded, Shown()).When(c => c.Propose(Shown() with { ProposalId = Khin })).ThenRefused(ReviewIsPending);

    [Fact]
    public void Progress_after_the_day_is_still_overdue()
    {
        CommitmentEvent[] late = [Recorded, new CommitmentFellDue(new(2027, 11, 8)), Shown(CommitmentStatus.InProgress), new StatusReviewed(Showing, true, CommitmentStatus.InProgress, Khin, null)];
        Assert.Equal((CommitmentStatus.Overdue, CommitmentStatus.InProgress), Commitment.Fold.Over(late) is var now ? (now.Status, now.Reviewed) : default);
    }

    [Fact]
    public void A_member_may_see_it_differently()
    {
        var dissent = new DissentAttached(Khin, Ministry, "my", "ကျွန်ုပ်တို့ သဘောမတူပါ။");
        commitment.Given(Recorded).When(c => c.Dissent(dissent with { Text = "" })).ThenRefused(NeedsText.At("text"));
        commitment.Given(Recorded).When(c => c.Dissent(dissent)).Then(dissent);
    }

    [Fact]
    public void A_member_speaks_of_what_is_public_only()
    {
        var dissent = new DissentAttached(Khin, Ministry, "my", "ကျွန်ုပ်တို့ သဘောမတူပါ။");
        commitment.Given().When(c => c.DissentOfMember(dissent)).ThenRefused(NoSuchCommitment);
        commitment.Given(Recorded, new ConfidentialityChanged(true, "Agreed")).When(c => c.DissentOfMember(dissent)).ThenRefused(NoSuchCommitment);
        commitment.Given(Recorded, new ConfidentialityChanged(true, "Agreed")).When(c => c.Dissent(dissent)).Then(dissent); // the office enters it
        commitment.Given(Recorded).When(c => c.DissentOfMember(dissent with { Text = "  " })).ThenRefused(NeedsText.At("text"));
        commitment.Given(Recorded).When(c => c.DissentOfMember(dissent)).Then(dissent);
    }

    [Fact]
    public void What_was_said_under_the_house_rule_never_becomes_public()
    {
        var confidential = Recorded with { Content = Content with { Confidential = true } };
        commitment.Given(confidential).When(c => c.ChangeConfidentiality(false, underHouseRule: true, "Agreed")).ThenRefused(HouseRuleIsConfidential);
        commitment.Given(confidential).When(c => c.ChangeConfidentiality(false, underHouseRule: false, "Agreed")).Then(new ConfidentialityChanged(false, "Agreed"));
        commitment.Given(Recorded).When(c => c.ChangeConfidentiality(true, underHouseRule: true, "")).ThenRefused(NeedsReason);
    }
}
