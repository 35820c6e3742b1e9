using System.Collections.Concurrent;
using Mekong.Advocacy.Domain.SignOns;

namespace Mekong.Advocacy.Web.Hosting.PublicPages;

/// <summary>
/// Counts what has happened to each kind of stream, here or (a moment later) in another process. A kept page is kept under the counts of
/// the moment before it was made: one event, and nobody asks for it again; but what only adds to a page is counted apart (<see cref="Renewals"/>).
/// </summary>
public sealed class Happenings
{
    private const int DashAndId = 37;

    private readonly ConcurrentDictionary<string, long> changes = [], additions = [];

    /// <summary>These were recorded in this stream, and are committed.</summary>
    public void In(string stream, params IEnumerable<object> events) =>
        (events.All(happened => happened is SignedOn or SignOnOffered) ? additions : changes).AddOrUpdate(KindOf(stream), 1, (_, count) => count + 1);

    public string Changed(IEnumerable<string> kinds) => string.Join('.', kinds.Select(kind => changes.GetValueOrDefault(kind)));

    /// <summary>The same as a number, for those who only ask whether it has risen.</summary>
    public long Count(IEnumerable<string> kinds) => kinds.Sum(kind => changes.GetValueOrDefault(kind));

    public long Added(IEnumerable<string> kinds) => kinds.Sum(kind => additions.GetValueOrDefault(kind));

    private static string KindOf(string stream) => stream.Length > DashAndId ? stream[..^DashAndId] : stream;
}
