using System.Text.Json.Nodes;

namespace Mekong.Advocacy.Engines.Seams;

/// <summary>
/// The stored name and version of every event, apart from its CLR name. A stored form that is no longer written is lifted to
/// today's by an upcaster.
/// </summary>
public sealed class EventCatalog
{
    private readonly Dictionary<string, Type> types = [];
    private readonly Dictionary<Type, string> names = [];
    private readonly Dictionary<string, (string To, Func<JsonObject, JsonObject> Lift)> upcasters = [];

    /// <summary>Every name that may stand in the log, today's and yesterday's.</summary>
    public IEnumerable<string> Names => types.Keys.Concat(upcasters.Keys);

    public EventCatalog Add<TEvent>(string name) where TEvent : class
    {
        if (upcasters.ContainsKey(name)) throw Taken(name);
        types.Add(name, typeof(TEvent));
        names.Add(typeof(TEvent), name);
        return this;
    }

    public EventCatalog Upcast(string from, string to, Func<JsonObject, JsonObject> lift)
    {
        if (types.ContainsKey(from)) throw Taken(from);
        upcasters.Add(from, (to, lift));
        return this;
    }

    /// <summary>Names that are still written, with their types.</summary>
    internal IReadOnlyDictionary<string, Type> Written => types;

    /// <summary>Names that are no longer written, with today's types of what they are lifted to.</summary>
    internal IEnumerable<(string Name, Type Type)> Lifted => upcasters.Keys.Select(name => (name, TypeOf(name)));

    private Type TypeOf(string name) => types.TryGetValue(name, out var type) ? type : TypeOf(upcasters[name].To);

    /// <exception cref="InvalidOperationException">The event's type is not in the list.</exception>
    public string NameOf(Type type) =>
        names.TryGetValue(type, out var name) ? name : throw new InvalidOperationException($"{type.Name} has no stored name.");

    /// <summary>Today's type and body of a stored event.</summary>
    /// <exception cref="InvalidOperationException">The name is not in the list: the log is from a newer version.</exception>
    public (Type Type, JsonObject? Lifted) Resolve(string name, Func<JsonObject> body)
    {
        if (types.TryGetValue(name, out var type)) return (type, null);
        if (!upcasters.TryGetValue(name, out var step)) throw new InvalidOperationException($"No event is named {name}.");
        var lifted = step.Lift(body());
        var (finalType, further) = Resolve(step.To, () => lifted);
        return (finalType, further ?? lifted);
    }

    /// <summary>A form that is still written is never lifted: the upcaster would stand there and do nothing.</summary>
    private static ArgumentException Taken(string name) => new($"{name} is both written and lifted.", nameof(name));
}
