using System.Collections.Immutable;
using System.Diagnostics;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Dialogues.DialogueRefusals;

namespace Mekong.Advocacy.Domain.Dialogues;

using Decision = Decision<CommitmentEvent>;

/// <summary>A promise and what became of it. Nobody alone says that it was kept or broken.</summary>
/// <param name="Reviewed">What two people agreed on last; "open" at first.</param>
/// <param name="HasFallenDue">The day is over. What is neither kept nor broken by then is overdue.</param>
/// <param name="Proposal">What waits for a second person.</param>
public sealed partial record Commitment(
    int Number, CommitmentContent? Content, string Country, DateOnly? DueOn, CommitmentStatus Reviewed, bool HasFallenDue, StatusProposed? Proposal, ImmutableHashSet<Guid> Done)
{
    public static readonly Fold<Commitment, CommitmentEvent> Fold =
        new("commitment", new Commitment(0, null, "", null, CommitmentStatus.Open, false, null, []), Evolve);

    public CommitmentStatus Status => HasFallenDue && IsOwed(Reviewed) ? CommitmentStatus.Overdue : Reviewed;

    /// <summary>Something is still to be done.</summary>
    public static bool IsOwed(CommitmentStatus status) => status is CommitmentStatus.Open or CommitmentStatus.InProgress or CommitmentStatus.Overdue;

    /// <param name="forum">That of a due by forum, as it stands.</param>
    /// <param name="today">In the authority's country.</param>
    public Decision Record(int number, CommitmentContent content, string country, Forum? forum, DateOnly today)
    {
        var tidy = content.Tidy();
        if (Content is not null) return tidy.Equals(Content) ? Decision.Nothing : IdIsTaken;
        if (tidy.Faults().FirstOrDefault() is { } fault) return fault;
        if (tidy.MadeOn > today) return MadeInTheFuture;
        if (WhyNotForum(tidy.Due, forum) is { } gone) return gone;
        return new CommitmentRecorded(number, tidy, country, tidy.Due.On(forum));
    }

    /// <summary>The words, their hour and their speaker stand as they were recorded; the deadline is changed by agreement only.</summary>
    public Decision Describe(CommitmentContent content)
    {
        if (Content is null) return NoSuchCommitment;
        var tidy = content.Tidy() with { Due = Content.Due, Confidential = Content.Confidential };
        if (tidy.Faults().FirstOrDefault() is { } fault) return fault;
        if ((tidy.Words, tidy.Language, tidy.AuthorityId, tidy.PostId, tidy.MadeOn) != (Content.Words, Content.Language, Content.AuthorityId, Content.PostId, Content.MadeOn))
            return WordsStand;
        return tidy.Equals(Content) ? Decision.Nothing : new CommitmentDescribed(tidy);
    }

    public Decision ChangeDue(Due due, Forum? forum, string reason)
    {
        if (Content is null) return NoSuchCommitment;
        var tidy = (Content with { Due = due }).Tidy().Due;
        if (CommitmentContent.FaultsOf(tidy, Content.MadeOn).FirstOrDefault() is { } fault) return fault;
        if (tidy.Equals(Content.Due)) return Decision.Nothing;
        if (WhyNotForum(tidy, forum) is { } gone) return gone;
        return DialogueRules.ReasonFault(reason) is { } lacking ? lacking : new CommitmentDueChanged(tidy, Country, tidy.On(forum), Reviewed, reason.Trim());
    }

    /// <summary>The platform's own: after the forum has moved, and whenever asked again.</summary>
    public Decision Follow(Guid forumId, Forum forum) =>
        Content?.Due is ByForum by && by.ForumId == forumId && by.On(forum) != DueOn ? new CommitmentDueFollowed(forumId, Country, by.On(forum), Reviewed) : Decision.Nothing;

    /// <summary>The platform's own, when the day is over.</summary>
    /// <param name="today">In the authority's country.</param>
    public Decision FallDue(DateOnly today) =>
        Content is not null && !HasFallenDue && DueOn < today && IsOwed(Reviewed) ? new CommitmentFellDue(DueOn.Value) : Decision.Nothing;

    private static Refusal? WhyNotForum(Due due, Forum? forum) => due is not ByForum ? null
        : forum is null or { Stage: ForumStage.Unplanned } ? NoSuchForum.At("due.forumId")
        : forum.Stage == ForumStage.Cancelled ? ForumIsCancelled.At("due.forumId")
        : null;

    private static Commitment Evolve(Commitment was, CommitmentEvent happened) => happened switch
    {
        CommitmentRecorded e => was with { Number = e.Number, Content = e.Content, Country = e.Country, DueOn = e.DueOn },
        CommitmentDescribed e => was with { Content = e.Content },
        CommitmentDueChanged e => was with { Content = was.Content! with { Due = e.Due }, DueOn = e.DueOn, HasFallenDue = false },
        CommitmentDueFollowed e => was with { DueOn = e.DueOn, HasFallenDue = false },
        CommitmentFellDue => was with { HasFallenDue = true },
        StatusProposed e => was with { Proposal = e, Done = was.Done.Add(e.ProposalId) },
        StatusReviewed e => was with { Proposal = null, Reviewed = e.Accepted ? e.Status : was.Reviewed },
        DissentAttached e => was with { Done = was.Done.Add(e.DissentId) },
        ConfidentialityChanged e => was with { Content = was.Content! with { Confidential = e.Confidential } },
        _ => throw new UnreachableException($"Commitment gives {happened.GetType().Name} no meaning."),
    };
}
