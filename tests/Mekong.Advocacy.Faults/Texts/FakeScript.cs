namespace Mekong.Advocacy.Faults;

/// <summary>Which requests get which behaviour: by number, a number of times or always, or a share of all.</summary>
public sealed class FakeScript
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<FakeBehaviour>> once = [];
    private readonly Dictionary<string, FakeBehaviour> always = [];
    private (double Rate, FakeBehaviour Behaviour)? share;
    private double owed;

    /// <summary>Every text to this number.</summary>
    public void Always(string number, FakeBehaviour behaviour)
    {
        lock (gate) always[number] = behaviour;
    }

    /// <summary>The next texts to this number, in this order; then as usual.</summary>
    public void Next(string number, params FakeBehaviour[] behaviours)
    {
        lock (gate) once[number] = new Queue<FakeBehaviour>(behaviours);
    }

    /// <summary>This share of all other requests, evenly spread: 0.3 is three of ten, not by chance.</summary>
    public void Share(double rate, FakeBehaviour behaviour)
    {
        lock (gate) share = (rate, behaviour);
    }

    internal FakeBehaviour? For(string number)
    {
        lock (gate)
        {
            if (once.TryGetValue(number, out var queue) && queue.TryDequeue(out var next)) return next;
            if (always.TryGetValue(number, out var behaviour)) return behaviour;
            if (share is not { } part) return null;
            owed += part.Rate;
            if (owed < 0.999) return null; // 0.1 added ten times is a little less than one
            owed -= 1;
            return part.Behaviour;
        }
    }
}
