using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Kernel;

/// <summary>Records that somebody is about to read personal data: who, where and of how many, never of whom.</summary>
public sealed class DataReads(ITables tables, CurrentActor current, TimeProvider clock)
{
    /// <param name="where">E.g. "organisation/" and its id; never a name.</param>
    public Task Record(string where, int count, CancellationToken ct) => tables.Execute(
        "insert into advocacy.data_reads (account, what, count, at) values (@account, @where, @count, @at)",
        new { account = current.AccountId, where, count, at = clock.GetUtcNow() }, ct);
}
