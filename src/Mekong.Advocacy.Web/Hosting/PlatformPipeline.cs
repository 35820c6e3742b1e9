using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Subscribers;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>A request's way from the socket to a page or an endpoint.</summary>
internal static class PlatformPipeline
{
    // htmx and scripts of ours only, no inline script, nobody may frame us, nothing is loaded from elsewhere.
    private const string ContentSecurity =
        "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    public static void Use(WebApplication app, ProcessRole role)
    {
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/readyz", Ready).AllowAnonymous().ExcludeFromDescription();
        if (role == ProcessRole.Worker) return;
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?code={0}");
        app.Use(SecurityHeaders);
        app.UseStaticFiles();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup("/api/v1").RequireAuthorization(TokenAuthentication.Scheme).DisableAntiforgery();
        AlertApi.Map(api.MapGroup("/alerts").WithTags("Alerts"));
        SubscriberApi.Map(api.MapGroup("/subscribers").WithTags("Subscribers"));
        UnsubscribeEndpoint.Map(app);
        StatusCallback.Map(app);
    }

    private static Task SecurityHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurity;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return next(context);
    }

    private static async Task<IResult> Ready(ITables tables, CancellationToken ct)
    {
        try
        {
            await tables.Query<int>("select 1", null, ct);
            return Results.Text("ready");
        }
        catch (System.Data.Common.DbException)
        {
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
