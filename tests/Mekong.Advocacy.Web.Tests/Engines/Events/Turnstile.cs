using System.Collections.Concurrent;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>A reaction that holds an append open in the middle of its transaction, makes it fail, or asks for a job.</summary>
internal sealed class Turnstile : IReaction
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<string, Gate> gates = [];

    public Gate At(string name) => gates.GetOrAdd(name, _ => new Gate());

    public IEnumerable<Job> React(Recorded happened)
    {
        switch (happened.Event)
        {
            case Held held:
                var gate = At(held.Gate);
                gate.Entered.SetResult();
                if (!gate.Decision.Task.WaitAsync(Patience).GetAwaiter().GetResult()) throw new RefusedException();
                return [];
            case Noted { Text: "refuse" }:
                throw new RefusedException();
            case Noted { Text: "remind" }:
                return [new Job($"remind-{happened.Stream}", "note", "{}", happened.At.AddDays(1))];
            default:
                return [];
        }
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
