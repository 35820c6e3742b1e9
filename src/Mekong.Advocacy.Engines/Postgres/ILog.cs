using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>The whole log in order, as background views and rebuilds read it; which engine keeps the log decides who reads it.</summary>
internal interface ILog
{
    /// <summary>All events after the position up to today's end; at a number that may still be committed it waits.</summary>
    IAsyncEnumerable<Recorded> Read(long position, CancellationToken ct);
}
