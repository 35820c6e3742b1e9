using System.Data.Common;

namespace Mekong.Advocacy.Engines.Sharing;

/// <summary>
/// What is asked while others are being answered waits for those and is then asked together: one round trip instead of many. Nobody waits
/// where nothing is under way, and nobody answers for another: a group that fails is taken apart, and each goes its own way.
/// </summary>
/// <param name="answer">Answers some at once, in their order.</param>
public sealed class Together<TAsk, TAnswer>(Func<IReadOnlyList<TAsk>, CancellationToken, Task<IReadOnlyList<TAnswer>>> answer)
{
    private const int Lanes = 2, Most = 32;

    /// <summary>Whatever takes longer is no longer waited for by those in line.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly LinkedList<Waiting<TAsk, TAnswer>> line = new();
    private int underWay;

    /// <summary>Of a group no two are alike in this; null: they may be.</summary>
    public Func<TAsk, string>? Apart { get; init; }

    /// <summary>Whether, after this, each of a group may ask alone: nothing has been done for any of them. A database that could not be reached, or whose connection broke, leaves that open.</summary>
    public Func<Exception, bool> MayAskAlone { get; init; } = static e => e is not DbException { SqlState: null };

    /// <summary>By which the patience is measured.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public async Task<TAnswer> Ask(TAsk ask, CancellationToken ct)
    {
        if (Enter(ask, ct) is not { } waiting)
        {
            var answered = Answer([ask], ct);
            _ = GiveWay(answered);
            return (await answered)[0];
        }
        await using var left = ct.UnsafeRegister(static one => ((Waiting<TAsk, TAnswer>)one!).Leave(), waiting);
        return await waiting.Answer;
    }

    /// <summary>Spares those in line for whom there is a reason that their asking would be in vain.</summary>
    public void Spare(Func<TAsk, Exception?> reason)
    {
        List<(Waiting<TAsk, TAnswer>, Exception)> spared = [];
        lock (gate)
        {
            for (LinkedListNode<Waiting<TAsk, TAnswer>>? node = line.First, next; node is not null; node = next)
            {
                next = node.Next;
                if (reason(node.Value.Ask) is not { } why || !node.Value.Begin()) continue;
                spared.Add((node.Value, why));
                line.Remove(node);
            }
        }
        foreach (var (one, why) in spared) one.Fail(why);
    }

    /// <summary>Whatever goes wrong, it goes wrong in the task.</summary>
    private async Task<IReadOnlyList<TAnswer>> Answer(IReadOnlyList<TAsk> asks, CancellationToken ct) => await answer(asks, ct);

    /// <returns>Null: it may ask now, and then <see cref="GiveWay"/>.</returns>
    private Waiting<TAsk, TAnswer>? Enter(TAsk ask, CancellationToken ct)
    {
        lock (gate)
        {
            if (underWay == Lanes) return line.AddLast(new Waiting<TAsk, TAnswer>(ask, ct)).Value;
            underWay++;
            return null;
        }
    }

    /// <summary>When this is answered, or has taken too long, the next ones may ask.</summary>
    private async Task GiveWay(Task answered)
    {
        await answered.WaitAsync(Patience, Clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Next() is { Count: > 0 } group)
            ThreadPool.UnsafeQueueUserWorkItem(static next => _ = next.All.AskTogether(next.Group), (All: this, Group: group), preferLocal: false);
    }

    /// <summary>The next in line, of those that are alike one; who has left meanwhile is passed over.</summary>
    private List<Waiting<TAsk, TAnswer>> Next()
    {
        var (group, taken) = (new List<Waiting<TAsk, TAnswer>>(), new HashSet<string>());
        lock (gate)
        {
            for (LinkedListNode<Waiting<TAsk, TAnswer>>? node = line.First, next; node is not null && group.Count < Most; node = next)
            {
                next = node.Next;
                if (Apart is not null && !taken.Add(Apart(node.Value.Ask))) continue;
                line.Remove(node);
                if (node.Value.Begin()) group.Add(node.Value);
            }
            if (group.Count == 0) underWay--;
        }
        return group;
    }

    private async Task AskTogether(List<Waiting<TAsk, TAnswer>> group)
    {
        var answered = Answer([.. group.Select(one => one.Ask)], CancellationToken.None);
        _ = GiveWay(answered);
        try
        {
            var answers = await answered;
            for (var n = 0; n < group.Count; n++) group[n].Succeed(answers[n]);
        }
#pragma warning disable CA1031 // whatever it was, those who wait for it hear of it
        catch (Exception e)
#pragma warning restore CA1031
        {
            foreach (var one in group)
                if (group.Count > 1 && MayAskAlone(e)) _ = one.AskAlone(Answer);
                else one.Fail(e);
        }
    }
}
