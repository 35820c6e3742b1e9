using Mekong.Advocacy.Engines.Hangfire;

namespace Mekong.Advocacy.Engines;

internal static partial class PackagedEngines
{
    static partial void Hangfire(ref AddJobs? add, ref MapJobPages? pages) =>
        (add, pages) = ((services, database, runsJobs) => services.AddHangfireJobs(database, runsJobs), HangfirePages.Map);
}
