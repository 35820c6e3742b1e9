using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Subscribers;
using Microsoft.AspNetCore.Localization;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>A request's way from the socket to a page or an endpoint.</summary>
internal static class PlatformPipeline
{
    // htmx and scripts of ours only, no inline script, nobody may frame us, nothing is loaded from elsewhere.
    private const string ContentSecurity =
        "default-src 'self'; frame-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    public static void Use(WebApplication app, ProcessRole role)
    {
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/readyz", Ready).AllowAnonymous().ExcludeFromDescription();
        if (role == ProcessRole.Worker) return;
        app.UseWhen(ForMachines, machines => machines.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(context => !ForMachines(context), people => people.UseExceptionHandler("/error").UseStatusCodePagesWithReExecute("/error", "?code={0}"));
        app.Use(SecurityHeaders);
        app.UseStaticFiles();
        app.UseRequestLocalization();
        app.Use(RememberLanguage);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup("/api/v1").RequireAuthorization(TokenAuthentication.Scheme).DisableAntiforgery();
        AlertApi.Map(api.MapGroup("/alerts").WithTags("Alerts"));
        SubscriberApi.Map(api.MapGroup("/subscribers").WithTags("Subscribers"));
        StatusCallback.Map(app);
    }

    private static bool ForMachines(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    /// <summary>A language chosen once stays chosen; it is the only cookie a visitor without an account gets.</summary>
    private static Task RememberLanguage(HttpContext context, RequestDelegate next)
    {
        if (Language.All.FirstOrDefault(code => code == context.Request.Query["lang"]) is { } code)
        {
            context.Response.Cookies.Append("lang", CookieRequestCultureProvider.MakeCookieValue(new RequestCulture("en", code)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps });
        }
        return next(context);
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
