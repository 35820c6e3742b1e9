using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Languages;
using static Mekong.Advocacy.Domain.Dialogues.DialogueRefusals;

namespace Mekong.Advocacy.Domain.Dialogues;

using Decision = Decision<CommitmentEvent>;

/// <summary>What became of it: shown with evidence, agreed to by a second person, and contradicted by whoever sees it differently.</summary>
public sealed partial record Commitment
{
    public Decision Propose(StatusProposed proposed)
    {
        if (Content is null) return NoSuchCommitment;
        if (Done.Contains(proposed.ProposalId)) return Decision.Nothing;
        if (Proposal is not null) return ReviewIsPending;
        if (proposed.Status == CommitmentStatus.Overdue) return StatusFollowsFromClock;
        if (proposed.Status == Reviewed) return StatusIsThat;
        if (proposed.Evidence.Count == 0) return StatusNeedsEvidence;
        if (DialogueRules.ReferenceFaults(proposed.Evidence, "evidence").FirstOrDefault() is { } fault) return fault;
        if (string.IsNullOrWhiteSpace(proposed.Note)) return NeedsText.At("note");
        return proposed.Note.Length > DialogueRules.LongestReason
            ? TextTooLong.At("note", DialogueRules.Number(DialogueRules.LongestReason)) : proposed with { Note = proposed.Note.Trim() };
    }

    /// <param name="why">Needed where it is returned.</param>
    public Decision Review(Guid proposalId, bool accepted, Guid by, string? why)
    {
        if (Content is null) return NoSuchCommitment;
        if (Proposal?.ProposalId != proposalId) return Done.Contains(proposalId) ? Decision.Nothing : NoSuchProposal;
        if (Proposal.By == by) return ReviewNeedsAnother;
        if (!accepted && string.IsNullOrWhiteSpace(why)) return NeedsReason.At("why");
        return why?.Length > DialogueRules.LongestReason
            ? TextTooLong.At("why", DialogueRules.Number(DialogueRules.LongestReason))
            : new StatusReviewed(proposalId, accepted, Proposal.Status, by, string.IsNullOrWhiteSpace(why) ? null : why.Trim());
    }

    public Decision Dissent(DissentAttached dissent)
    {
        if (Content is null) return NoSuchCommitment;
        if (Done.Contains(dissent.DissentId)) return Decision.Nothing;
        if (!Language.IsKnown(dissent.Language)) return UnknownLanguage.At("language", dissent.Language);
        if (string.IsNullOrWhiteSpace(dissent.Text)) return NeedsText.At("text");
        return dissent.Text.Length > DialogueRules.LongestReason
            ? TextTooLong.At("text", DialogueRules.Number(DialogueRules.LongestReason)) : dissent with { Text = dissent.Text.Trim() };
    }

    /// <summary>By the member itself, for which nothing is there but what is public.</summary>
    public Decision DissentOfMember(DissentAttached dissent) => Content is { Confidential: true } ? NoSuchCommitment : Dissent(dissent);

    /// <param name="underHouseRule">It was said where the Chatham House rule holds, and nowhere else: it is never public.</param>
    public Decision ChangeConfidentiality(bool confidential, bool underHouseRule, string reason)
    {
        if (Content is null) return NoSuchCommitment;
        if (confidential == Content.Confidential) return Decision.Nothing;
        if (!confidential && underHouseRule) return HouseRuleIsConfidential;
        return DialogueRules.ReasonFault(reason) is { } fault ? fault : new ConfidentialityChanged(confidential, reason.Trim());
    }
}
