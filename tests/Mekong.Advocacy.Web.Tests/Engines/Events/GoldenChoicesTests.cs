using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>Choices are stored by their names, and the file of one event shows only one of them. A new one is added behind; none is renamed.</summary>
public sealed class GoldenChoicesTests
{
    [Fact]
    public void What_a_statement_may_store_keeps_its_spelling()
    {
        Assert.Equal(["Authentic", "Courtesy"], Enum.GetNames<TextRole>());
        Assert.Equal(["Carry", "Lapse"], Enum.GetNames<SilenceRule>());
        Assert.Equal(["Email", "Post", "Hand", "Portal"], Enum.GetNames<TransmissionChannel>());
    }

    [Fact]
    public void What_a_next_step_may_store_keeps_its_spelling()
    {
        Assert.Equal(["Account", "Organisation", "Officer"], Enum.GetNames<OwnerKind>());
        Assert.Equal(["Dialogue", "Recommendation", "Commitment"], Enum.GetNames<SubjectKind>());
        Assert.Equal(["Open", "Doing", "Waiting", "Done", "Dropped"], Enum.GetNames<FollowUpState>());
        Assert.Equal(["Before", "OnTheDay", "After", "Escalation"], Enum.GetNames<ReminderKind>()); // in the ledger of notices
    }

    [Fact]
    public void What_a_sign_on_may_store_keeps_its_spelling()
    {
        Assert.Equal(["Organisation", "Individual"], Enum.GetNames<EndorserKind>());
        Assert.Equal(["MemberPage", "Invitation", "Sms", "Paper", "PublicForm"], Enum.GetNames<SignOnChannel>());
        Assert.Equal(["Shown", "AfterEmbargo", "Sealed"], Enum.GetNames<Display>());
    }

    [Fact]
    public void What_dialogues_and_commitments_may_store_keeps_its_spelling()
    {
        Assert.Equal(["Meeting", "Symposium", "ForumIntervention", "PublicDiscussion", "Hearing"], Enum.GetNames<DialogueKind>());
        Assert.Equal(["Attributed", "ChathamHouse"], Enum.GetNames<Attribution>());
        Assert.Equal(["Statement", "Dialogue", "Publication", "Film", "Exhibition", "Event", "Recording", "Minutes", "Press", "Letter", "File", "Other"], Enum.GetNames<ReferenceKind>());
        Assert.Equal(["PersonalView", "Intention", "Promise", "Decision"], Enum.GetNames<Strength>());
        Assert.Equal(["Open", "InProgress", "Kept", "PartlyKept", "Broken", "Overdue", "Lapsed", "Contested"], Enum.GetNames<CommitmentStatus>());
        Assert.Equal(["Recording", "Minutes", "Press", "Letter"], Enum.GetNames<SourceKind>());
    }
}
