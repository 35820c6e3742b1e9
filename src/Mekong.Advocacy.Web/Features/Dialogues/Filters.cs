using Mekong.Advocacy.Domain.Dialogues;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Which dialogues a list shows, the latest first; null: all.</summary>
/// <param name="Country">Where it takes place.</param>
public sealed record DialogueFilter(DialogueStage? Stage = null, string? Country = null, Guid? AuthorityId = null, Guid? ForumId = null, int Skip = 0, int Most = 300);

/// <summary>Which recommendations a list shows, the latest first; null: all.</summary>
/// <param name="Country">Of the authority.</param>
public sealed record RecommendationFilter(RecommendationStage? Stage = null, string? Country = null, Guid? AuthorityId = null, int Skip = 0, int Most = 500);

/// <summary>Which commitments a list shows, those due first at the top; null: all.</summary>
/// <param name="Country">Of the authority.</param>
public sealed record CommitmentFilter(
    string? Country = null, Guid? AuthorityId = null, CommitmentStatus? Status = null, Guid? RecommendationId = null, Guid? DialogueId = null, Guid? ForumId = null, bool? ToReview = null,
    int Skip = 0, int Most = 500);
