using System.Diagnostics;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting.PublicPages;

namespace Mekong.Advocacy.Web.Kernel;

/// <summary>Reads the stream, folds it, decides, appends: the product's only way to write a fact.</summary>
public sealed class Decider(IEventStore store, CurrentActor current, Happenings happenings)
{
    public async Task<Answer> Decide<TState, TEvent>(
        Fold<TState, TEvent> fold, Guid id, Func<TState, Decision<TEvent>> decide, CancellationToken ct) where TEvent : class
    {
        var (state, version) = await Load(fold, id, ct);
        var decision = decide(state);
        await Append([new(Stream(fold, id), version, decision.Events)], ct);
        return decision.Refusal;
    }

    /// <summary>The state of one aggregate now, and the version of its stream (0: it does not exist).</summary>
    public async Task<(TState State, long Version)> Load<TState, TEvent>(Fold<TState, TEvent> fold, Guid id, CancellationToken ct)
    {
        var past = await store.Read(Stream(fold, id), ct);
        return (fold.Over(past.Select(recorded => (TEvent)recorded.Event)), past.Count);
    }

    /// <summary>One decision on each of many aggregates, recorded in one transaction; on trial nothing is recorded.</summary>
    public async Task DecideAll<TState, TEvent>(
        Fold<TState, TEvent> fold, IReadOnlyList<(Guid Id, Func<TState, Decision<TEvent>> Decide)> commands, bool trial, CancellationToken ct)
        where TEvent : class
    {
        var appends = new List<StreamAppend>();
        foreach (var (id, decide) in commands)
        {
            var (state, version) = await Load(fold, id, ct);
            appends.Add(new(Stream(fold, id), version, decide(state).Events));
        }
        if (!trial) await Append(appends, ct);
    }

    public static string Stream<TState, TEvent>(Fold<TState, TEvent> fold, Guid id) => $"{fold.Name}-{id}";

    /// <summary>Whoever asks for a public page after this sees what happened.</summary>
    private async Task Append(List<StreamAppend> appends, CancellationToken ct)
    {
        await store.Append(appends, Metadata(), ct);
        foreach (var append in appends.Where(append => append.Events.Count > 0)) happenings.In(append.Stream, append.Events);
    }

    private EventMetadata Metadata() => new(
        current.Actor.Name,
        Correlation: Activity.Current?.TraceId.ToString(),
        Causation: Activity.Current?.SpanId.ToString());
}
