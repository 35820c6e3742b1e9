namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>
/// Rows on their way to the lanes, in turn by where they go. No destination takes more than half of the lanes while others wait, nor more
/// than a fifth before all have theirs, and beyond that one more with each answer; one that answers slowly has no more than that fifth
/// as long as another does not, and what piles up for it is put off when that lasts, or before the pile leaves the others no room.
/// </summary>
internal sealed class Outtray(int lanes, TimeProvider clock)
{
    private const int ManyDestinations = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Destination> destinations = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<Destination> turns = new();
    private TaskCompletionSource? changed;
    private int waiting;

    private bool IsCrowded => waiting > lanes * 100;

    private int Fifth => Math.Max(1, lanes / 5);

    /// <summary>Enough waits for the lanes; what waits for a slow destination is no work for them, up to a bound.</summary>
    public bool IsFull
    {
        get
        {
            lock (gate) return waiting > lanes * 20 && (waiting > lanes * 200 || waiting - destinations.Values.Where(HeldBack).Sum(to => to.Waiting.Count) > lanes * 20);
        }
    }

    /// <summary>Ends with the next change; to be asked for before <see cref="TryTake(Addressed?)"/>.</summary>
    public Task Changed
    {
        get { lock (gate) return (changed ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task; }
    }

    public void Add(IEnumerable<Addressed> rows)
    {
        lock (gate)
        {
            foreach (var row in rows)
            {
                if (!destinations.TryGetValue(row.Destination, out var to)) destinations[row.Destination] = to = new Destination(clock, Fifth);
                if (to.Waiting.Count == 0) turns.Enqueue(to);
                to.Waiting.Enqueue(row);
                waiting++;
            }
            Wake();
        }
    }

    /// <param name="behind">What the asking lane has in hand: a row that goes to the same place needs no further lane. Nothing is put behind
    /// one that may keep us waiting: it could be the only row by which another destination earns its lanes.</param>
    /// <returns>A row to carry, or with an instant one to put off until then; null when there is none for now.</returns>
    public (Addressed Row, DateTimeOffset? Until)? TryTake(Addressed? behind = null)
    {
        lock (gate)
        {
            // A fifth for each; what is left of the lanes, for whoever has more to send.
            var own = behind is null ? null : destinations[behind.Destination];
            if (own is { IsUnsure: true }) return null;
            return TryTake(own, Fifth, first: true)
                ?? TryTake(own, Math.Max(1, lanes / 2), first: false)
                ?? (turns.Count == 1 && destinations.Values.All(to => to.Lanes == 0 || to == turns.Peek()) ? TryTake(own, lanes, first: false) : null);
        }
    }

    /// <param name="first">The round in which those that answer slowly are served too.</param>
    private (Addressed Row, DateTimeOffset? Until)? TryTake(Destination? own, int most, bool first)
    {
        for (var look = turns.Count; look > 0; look--)
        {
            var to = turns.Dequeue();
            var slow = HeldBack(to);
            var full = to.Lanes - (to == own ? 1 : 0) >= (first ? most : Math.Min(most, to.Window));
            var pile = slow && full && to.Waiting.Count > Fifth && (to.IsStuck || IsCrowded);
            if (slow && !first || full && !pile)
            {
                turns.Enqueue(to);
                continue;
            }
            var row = to.Waiting.Dequeue();
            waiting--;
            if (to.Waiting.Count > 0) turns.Enqueue(to);
            if (to != own) to.Lanes++;
            return (row, pile ? to.Later() : null);
        }
        return null;
    }

    /// <summary>It is being handed over from now on.</summary>
    public void Begin(Addressed row)
    {
        lock (gate) destinations[row.Destination].Begin(row.Row.Id);
    }

    /// <summary>A row that was taken has met its answer, or was not handed over at all.</summary>
    /// <param name="still">What the lane has in hand after it.</param>
    public void Done(Addressed row, Addressed? still = null)
    {
        lock (gate)
        {
            var to = destinations[row.Destination];
            if (still is null || destinations[still.Destination] != to) to.Lanes--;
            to.End(row.Row.Id);
            if (to is { Lanes: 0, Waiting.Count: 0 } && destinations.Count > ManyDestinations) destinations.Remove(row.Destination);
            Wake();
        }
    }

    /// <summary>Time alone makes an answer late: whoever waits looks once more.</summary>
    public void Stir()
    {
        lock (gate) Wake();
    }

    private bool HeldBack(Destination to) => to.IsSlow && destinations.Values.Any(other => other != to && other.IsGood);

    private void Wake()
    {
        changed?.TrySetResult();
        changed = null;
    }
}
