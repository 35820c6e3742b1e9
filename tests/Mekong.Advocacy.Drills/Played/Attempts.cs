using System.Collections.Concurrent;
using System.Diagnostics;

namespace Mekong.Advocacy.Drills.Played;

/// <summary>When each recipient was announced to the server, and who speaks on which connection at the moment.</summary>
internal sealed class Attempts
{
    private readonly ConcurrentDictionary<string, List<long>> times = new();
    private readonly ConcurrentDictionary<int, string> speaking = new();

    public ICollection<List<long>> All => times.Values;

    /// <summary>How many times this RCPT has been heard by now, this one included.</summary>
    public int Heard(string line, int session)
    {
        speaking[session] = line;
        var mine = times.GetOrAdd(line, _ => []);
        lock (mine) mine.Add(Stopwatch.GetTimestamp());
        return mine.Count;
    }

    public double SecondsSinceFirst(string line) => times.TryGetValue(line, out var mine) ? Stopwatch.GetElapsedTime(mine[0]).TotalSeconds : 0;

    /// <summary>The RCPT that was heard last on this connection.</summary>
    public string RecipientOf(int session) => speaking.GetValueOrDefault(session, "");

    /// <summary>The waits between attempts of everybody who was tried more than once: the first, the second …</summary>
    public IEnumerable<double> Waits(int which) =>
        All.Where(mine => mine.Count > which + 1).Select(mine => Stopwatch.GetElapsedTime(mine[which], mine[which + 1]).TotalSeconds);
}
