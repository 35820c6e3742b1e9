namespace Mekong.Advocacy.Domain.Subscribers;

/// <summary>What can happen to a subscriber. Ids and categories only: names and addresses live in the vault.</summary>
public abstract record SubscriberEvent;

public sealed record SubscriberRegistered(Profile Profile) : SubscriberEvent;

public sealed record SubscriberDescribed(Profile Profile) : SubscriberEvent;

/// <param name="Country">Of a phone number; null for an e-mail address.</param>
/// <param name="On">The day on which they agreed; the words and the place are kept in the vault.</param>
public sealed record ConsentGiven(Guid ContactPointId, string Channel, string? Country, DateOnly On) : SubscriberEvent;

/// <param name="Through">"one-click", "page", "carrier" or "reply".</param>
public sealed record ConsentWithdrawn(Guid ContactPointId, string Through) : SubscriberEvent;

/// <param name="Reason">The code the other side gave, e.g. "5.1.1" or "21614".</param>
public sealed record ContactPointSuppressed(Guid ContactPointId, string Reason) : SubscriberEvent;

/// <summary>What an audience chooses by: none of it tells who the person is.</summary>
public sealed record Profile(string Language, string Country, string? Organisation, IReadOnlyList<string> Topics)
{
    /// <summary>What they do, as the list calls it: organiser, official, journalist …</summary>
    public string? Role { get; init; }

    public bool Equals(Profile? other) => other is not null && Language == other.Language && Country == other.Country
        && Organisation == other.Organisation && Role == other.Role && Topics.SequenceEqual(other.Topics, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Language, Country, Organisation, Role, Topics.Count);
}
