using JasperFx.Events;
using Marten;
using Mekong.Advocacy.Engines.Postgres;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Marten;

/// <summary>Events on their way between our records and Marten's.</summary>
internal static class MartenEvents
{
    private const string Actor = "actor", ActingFor = "actingFor", Tombstone = "tombstone";

    /// <summary>What the built-in store would refuse is refused here in the same words, before anything is sent.</summary>
    public static void MustBeStorable(this PendingAppend pending, EventCatalog catalog, EventMetadata metadata)
    {
        foreach (var append in pending.Streams) StorableText.Plain(append.Stream);
        foreach (var text in new[] { metadata.Correlation, metadata.Causation }) if (text is not null) StorableText.Plain(text);
        EventJson.WriteHeaders(metadata);
        foreach (var draft in pending.Drafts)
        {
            catalog.NameOf(draft.Event.GetType());
            EventJson.Write(draft.Event);
        }
    }

    /// <summary>Time and headers are set on each event: the session's own would be another moment's.</summary>
    public static IEvent Wrap(IDocumentSession session, Recorded draft)
    {
        var wrapped = session.Events.BuildEvent(draft.Event);
        (wrapped.Timestamp, wrapped.CorrelationId, wrapped.CausationId) = (draft.At, draft.Metadata.Correlation, draft.Metadata.Causation);
        wrapped.SetHeader(Actor, draft.Metadata.Actor);
        if (draft.Metadata.ActingFor is { } organisation) wrapped.SetHeader(ActingFor, organisation);
        return wrapped;
    }

    /// <summary>Null: a number that Marten gave up (its stone marks the place).</summary>
    public static Recorded? Recorded(IEvent stored) => stored.EventTypeName == Tombstone ? null : new(
        Stream: stored.StreamKey!,
        Version: stored.Version,
        Position: stored.Sequence,
        At: stored.Timestamp.ToUniversalTime(),
        Event: stored.Data,
        Metadata: new(Header(stored, Actor) ?? "unknown", Header(stored, ActingFor), stored.CorrelationId, stored.CausationId));

    private static string? Header(IEvent stored, string name) => stored.Headers?.GetValueOrDefault(name)?.ToString();
}
