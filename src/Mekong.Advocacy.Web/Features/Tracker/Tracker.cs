using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Features.Dialogues;

namespace Mekong.Advocacy.Web.Features.Tracker;

/// <summary>A promise as the public may know it, with everything that its line names.</summary>
/// <param name="Status">At this moment.</param>
/// <param name="Forum">Before which it is due.</param>
public sealed record PublicCommitment(CommitmentRow Row, CommitmentStatus Status, AuthorityRow Authority, PostRow? Post, ForumRow? Forum);

/// <summary>An ask that was put to its authority.</summary>
public sealed record PublicRecommendation(RecommendationRow Row, AuthorityRow Authority, PostRow? Post);

/// <summary>What one page, feed or file is about; nothing named: everything.</summary>
public sealed record TrackerScope(string? Country = null, Guid? AuthorityId = null)
{
    public string Path => Country is not null ? $"/country/{Country}" : AuthorityId is { } id ? $"/authority/{id}" : "";

    public bool Covers(AuthorityRow authority) => (Country is null || authority.Country == Country) && (AuthorityId is null || authority.Id == AuthorityId);
}

/// <summary>Everything that was asked and promised in public, as far as a scope goes.</summary>
public sealed record TrackerView(IReadOnlyList<PublicCommitment> Commitments, IReadOnlyList<PublicRecommendation> Recommendations)
{
    public IEnumerable<AuthorityRow> Authorities => Commitments.Select(one => one.Authority).Concat(Recommendations.Select(one => one.Authority)).DistinctBy(one => one.Id);

    public IEnumerable<string> Countries => Authorities.Select(one => one.Country).Distinct().Order(StringComparer.Ordinal);

    public TrackerView In(TrackerScope scope) => new(
        [.. Commitments.Where(one => scope.Covers(one.Authority))], [.. Recommendations.Where(one => scope.Covers(one.Authority))]);

    public int Count(params CommitmentStatus[] statuses) => Commitments.Count(one => statuses.Contains(one.Status));

    public IEnumerable<PublicCommitment> Answering(Guid recommendationId) => Commitments.Where(one => one.Row.RecommendationIds.Contains(recommendationId));
}
