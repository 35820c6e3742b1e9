using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>Hangfire's own pages, where it runs the jobs: administrators look at them, and act on our page of jobs.</summary>
internal static class JobPages
{
    public const string Path = "/operations/hangfire";

    public static void Map(IEndpointRouteBuilder app, EngineChoice engines) =>
        app.MapJobPages(Path, engines)?.RequireAuthorization(policy => policy.RequireRole(Role.Admin)).WithMetadata(new ExcludeFromDescriptionAttribute());
}
