using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Dialogues;

/// <summary>What can happen to a dialogue. Stored for ever: add records, never edit one.</summary>
public abstract record DialogueEvent;

public sealed record DialoguePlanned(DialogueContent Content) : DialogueEvent;

/// <summary>Everything but its hour and place, which are moved.</summary>
public sealed record DialogueDescribed(DialogueContent Content) : DialogueEvent;

public sealed record DialogueConfirmed : DialogueEvent;

/// <summary>A new hour, a new place, or an hour at last after it was put off.</summary>
public sealed record DialogueMoved(MeetingTime Time, string Country, string Place, string Reason) : DialogueEvent;

/// <summary>It will take place; nobody knows when.</summary>
public sealed record DialoguePostponed(string Reason) : DialogueEvent;

public sealed record DialogueCancelled(string Reason) : DialogueEvent;

public sealed record DialogueHeld : DialogueEvent;

/// <param name="Minutes">What was said and agreed; later ones take the place of earlier ones.</param>
/// <param name="Files">Papers that we keep.</param>
public sealed record DialogueMinuted(ValueList<Wording> Minutes, ValueList<Guid> Files) : DialogueEvent;

/// <summary>Nothing more is expected of it; what was promised has a life of its own.</summary>
public sealed record DialogueClosed : DialogueEvent;
