namespace Mekong.Advocacy.Domain.Kernel;

/// <summary>The answer to a command: events to record (perhaps none), or a refusal.</summary>
public sealed class Decision<TEvent>
{
    private Decision(Refusal? refusal, params TEvent[] events) => (Refusal, Events) = (refusal, events);

    public static Decision<TEvent> Nothing { get; } = new(null);
    public Refusal? Refusal { get; }
    public IReadOnlyList<TEvent> Events { get; }

    public static Decision<TEvent> All(IEnumerable<TEvent> happened) => new(null, [.. happened]);

    public static implicit operator Decision<TEvent>(TEvent happened) => new(null, happened);
    public static implicit operator Decision<TEvent>(Refusal refusal) => new(refusal);
}

/// <summary>How a named state is rebuilt from its past. Handlers and tests share it, so there is only one.</summary>
public sealed record Fold<TState, TEvent>(string Name, TState Initial, Func<TState, TEvent, TState> Evolve)
{
    public TState Over(IEnumerable<TEvent> past) => past.Aggregate(Initial, Evolve);
}
