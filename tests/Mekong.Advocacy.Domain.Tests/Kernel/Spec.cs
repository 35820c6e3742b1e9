using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Tests.Kernel;

/// <summary>Given past events, when a decision is taken, then exactly these events, or exactly this refusal.</summary>
internal sealed class Spec<TState, TEvent>(Fold<TState, TEvent> fold)
{
    private TEvent[] past = [];
    private Func<TState, Decision<TEvent>> decide = _ => throw new InvalidOperationException("When is missing.");

    public Spec<TState, TEvent> Given(params TEvent[] events) { past = events; return this; }

    public Spec<TState, TEvent> When(Func<TState, Decision<TEvent>> decision) { decide = decision; return this; }

    /// <summary>Code, field and detail must all be as expected, and nothing may have happened.</summary>
    public void ThenRefused(Refusal expected)
    {
        var decision = decide(fold.Over(past));
        Assert.Equal(expected, decision.Refusal);
        Assert.Empty(decision.Events);
    }

    public void ThenNothing() => Then();

    /// <summary>Also replays the decision on its own outcome: a double click or a retried job succeeds and adds nothing.</summary>
    public void Then(params TEvent[] expected)
    {
        var first = decide(fold.Over(past));
        Assert.Null(first.Refusal);
        Assert.Equal(expected, first.Events);
        var again = decide(fold.Over([.. past, .. first.Events]));
        Assert.Null(again.Refusal);
        Assert.Empty(again.Events);
    }
}
