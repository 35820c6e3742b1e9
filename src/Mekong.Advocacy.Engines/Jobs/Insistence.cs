using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Engines.Jobs;

/// <summary>Waits for a database that is away: what has been run must be recorded, however long that takes.</summary>
internal sealed class Insistence(TimeProvider clock, ILogger<Insistence> log)
{
    /// <param name="passing">What else, beside the database's own faults, is expected to pass.</param>
    public async Task<T> On<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct, Func<Exception, bool>? passing = null)
    {
        while (true)
        {
            try
            {
                return await work(ct);
            }
            catch (Exception e) when (e is DbException || passing?.Invoke(e) == true)
            {
                log.LogError(e, "The list of jobs cannot be written; trying again in a second");
                await Task.Delay(TimeSpan.FromSeconds(1), clock, ct);
            }
        }
    }
}
