using System.Collections.Concurrent;

namespace Mekong.Advocacy.Web.Hosting.PublicPages;

/// <summary>
/// Counts what has happened to each kind of stream, here or (a moment later) in another process. A kept page is kept under the counts of
/// the moment before it was made: one event, and nobody asks for it again.
/// </summary>
public sealed class Happenings
{
    private const int DashAndId = 37;

    private readonly ConcurrentDictionary<string, long> counts = [];

    /// <summary>Something was recorded in this stream, and is committed.</summary>
    public void In(string stream) => counts.AddOrUpdate(KindOf(stream), 1, (_, count) => count + 1);

    public string AsOf(IEnumerable<string> kinds) => string.Join('.', kinds.Select(kind => counts.GetValueOrDefault(kind)));

    private static string KindOf(string stream) => stream.Length > DashAndId ? stream[..^DashAndId] : stream;
}
