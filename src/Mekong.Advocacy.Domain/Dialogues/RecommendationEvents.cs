namespace Mekong.Advocacy.Domain.Dialogues;

/// <summary>What can happen to a recommendation. Stored for ever: add records, never edit one.</summary>
public abstract record RecommendationEvent;

/// <param name="Number">Unique within the network: 12 is called "R-12".</param>
public sealed record RecommendationMade(int Number, RecommendationContent Content) : RecommendationEvent;

public sealed record RecommendationEdited(RecommendationContent Content) : RecommendationEvent;

/// <summary>The same ask, put to its authority once more.</summary>
/// <param name="OrganisationId">Whose voice presented it; null: the network's.</param>
public sealed record RecommendationPresented(Guid PresentationId, Guid? DialogueId, Guid? ForumId, DateOnly On, Guid? OrganisationId) : RecommendationEvent;

/// <summary>It is not asked for any more: it came true, or another took its place.</summary>
public sealed record RecommendationClosed(string Reason) : RecommendationEvent;
