using System.Collections.Immutable;
using System.Diagnostics;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Subscribers.SubscriberRefusals;

namespace Mekong.Advocacy.Domain.Subscribers;

using Decision = Decision<SubscriberEvent>;

/// <summary>A contact point that a person lets us use, and the day they said so.</summary>
public sealed record Permission(Guid ContactPointId, string Channel, string? Country, DateOnly On);

/// <summary>A person who asked for alerts: what they agreed to, and what they took back.</summary>
public sealed record Subscriber(Profile? Profile, ImmutableDictionary<Guid, bool> Consents, ImmutableHashSet<Guid> Suppressed)
{
    public static readonly Fold<Subscriber, SubscriberEvent> Fold =
        new("subscriber", new Subscriber(Profile: null, ImmutableDictionary<Guid, bool>.Empty, []), Evolve);

    /// <summary>From a list: adds what is new. It never brings back a contact point whose owner said no.</summary>
    public Decision Enter(Profile profile, IReadOnlyList<Permission> permissions) => Decision.All([
        .. Profile is null ? [new SubscriberRegistered(profile)]
            : Profile.Equals(profile) ? Array.Empty<SubscriberEvent>() : [new SubscriberDescribed(profile)],
        .. permissions.Where(given => !Consents.ContainsKey(given.ContactPointId)).DistinctBy(given => given.ContactPointId)
            .Select(given => new ConsentGiven(given.ContactPointId, given.Channel, given.Country, given.On))]);

    public Decision Withdraw(Guid contactPointId, string through) =>
        !Consents.TryGetValue(contactPointId, out var agreed) ? NoSuchContactPoint
        : agreed ? new ConsentWithdrawn(contactPointId, through)
        : Decision.Nothing;

    public Decision Suppress(Guid contactPointId, string reason) =>
        !Consents.ContainsKey(contactPointId) ? NoSuchContactPoint
        : Suppressed.Contains(contactPointId) ? Decision.Nothing
        : new ContactPointSuppressed(contactPointId, reason);

    private static Subscriber Evolve(Subscriber was, SubscriberEvent happened) => happened switch
    {
        SubscriberRegistered e => was with { Profile = e.Profile },
        SubscriberDescribed e => was with { Profile = e.Profile },
        ConsentGiven e => was with { Consents = was.Consents.SetItem(e.ContactPointId, true) },
        ConsentWithdrawn e => was with { Consents = was.Consents.SetItem(e.ContactPointId, false) },
        ContactPointSuppressed e => was with { Suppressed = was.Suppressed.Add(e.ContactPointId) },
        _ => throw new UnreachableException($"Subscriber gives {happened.GetType().Name} no meaning."),
    };
}
