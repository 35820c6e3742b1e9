using Mekong.Advocacy.Engines;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>Hangfire's own pages, where it runs the jobs: administrators look at them, and act on our page of jobs.</summary>
internal static class JobPages
{
    public const string Path = "/operations/hangfire";

    public static void Map(IEndpointRouteBuilder app, EngineChoice engines)
    {
        if (app.MapJobPages(Path, engines) is not { } pages) return;
        pages.RequireAuthorization(policy => policy.RequireRole(Role.Admin)).WithMetadata(new ExcludeFromDescriptionAttribute());
        pages.Add(endpoint => endpoint.RequestDelegate = WithItsStyles(endpoint.RequestDelegate!));
    }

    /// <summary>Its graphs set styles on their elements, which our own pages never do.</summary>
    private static RequestDelegate WithItsStyles(RequestDelegate page) => context =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString().Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal);
        return page(context);
    };
}
