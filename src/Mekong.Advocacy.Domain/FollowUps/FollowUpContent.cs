using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.FollowUps;

/// <summary>Who owes a step: an account of the office, a member organisation, or one officer of an organisation, with an account or without.</summary>
public enum OwnerKind { Account, Organisation, Officer }

public sealed record Owner(OwnerKind Kind, Guid Id);

/// <summary>What the step follows from.</summary>
public enum SubjectKind { Dialogue, Recommendation, Commitment }

public sealed record Subject(SubjectKind Kind, Guid Id);

public sealed record ChecklistItem(Guid Id, string Text);

/// <summary>Everything that is said of a next step when it is written down.</summary>
/// <param name="Step">One line: what is to be done.</param>
/// <param name="Language">In which the step and its checklist are written.</param>
/// <param name="Country">Whose working days and hours count.</param>
/// <param name="Priority">From 1, the most urgent, to 5.</param>
public sealed record FollowUpContent(
    string Step, string Language, Owner Owner, string Country, FollowUpDue Due, int Priority, ValueList<ChecklistItem> Checklist, Subject? About = null);
