using System.Collections.Concurrent;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>Makes an append fail, asks for a job, or (as a view folds it) holds an append open in the middle of its transaction.</summary>
internal sealed class Turnstile : IReaction
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<string, Gate> gates = [];

    public Gate At(string name) => gates.GetOrAdd(name, _ => new Gate());

    public IEnumerable<Job> React(Recorded happened) => happened.Event switch
    {
        Noted { Text: "refuse" } => throw new RefusedException(),
        Noted { Text: "remind" } => [new Job($"remind-{happened.Stream}", "note", "{}", happened.At.AddDays(1))],
        _ => [],
    };

    /// <summary>Returns once the gate has decided that the append goes on.</summary>
    public void Hold(string name)
    {
        var gate = At(name);
        if (!gate.Entered.TrySetResult()) return; // a rebuild folds it again
        if (!gate.Decision.Task.WaitAsync(Patience).GetAwaiter().GetResult()) throw new RefusedException();
    }
}

/// <summary>One append that is held: when it has got there, and whether it may go on.</summary>
internal sealed class Gate
{
    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<bool> Decision { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The append was made to fail.</summary>
internal sealed class RefusedException : Exception;
