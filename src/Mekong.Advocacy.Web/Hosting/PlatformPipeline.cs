using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Features.FollowUps;
using Mekong.Advocacy.Web.Features.Forecast;
using Mekong.Advocacy.Web.Features.Invitations;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Features.Subscribers;
using Mekong.Advocacy.Web.Features.TestSends;
using Mekong.Advocacy.Web.Hosting.PublicPages;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticFiles;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>A request's way from the socket to a page or an endpoint.</summary>
internal static class PlatformPipeline
{
    // htmx and scripts of ours only, no inline script, nobody may frame us, nothing is loaded from elsewhere.
    private const string ContentSecurity =
        "default-src 'self'; frame-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    /// <summary>Of one request to the API, but for lists of subscribers.</summary>
    private const long LargestBody = 1024 * 1024;

    public static void Use(WebApplication app, ProcessRole role)
    {
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/readyz", Ready).AllowAnonymous().ExcludeFromDescription();
        if (role == ProcessRole.Worker) return;
        app.UseWhen(ForMachines, machines => machines.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf, SuppressDiagnosticsCallback = handled => StatusOf(handled.Exception) is not StatusCodes.Status500InternalServerError }).UseStatusCodePages());
        app.UseWhen(context => !ForMachines(context), people => people.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", StatusCodeSelector = StatusForPeople, SuppressDiagnosticsCallback = handled => DatabaseAway.Explains(handled.Exception) }).UseStatusCodePagesWithReExecute("/error", "?code={0}"));
        app.Use(SecurityHeaders);
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = KeepWhatIsVersioned });
        app.UseRequestLocalization();
        app.Use(RememberLanguage);
        app.Use(PathLanguage.Redirect);
        app.Use(CarriedForms.AtTheDoor);
        app.UseRouting();
        app.UseWhen(ForMachines, machines => machines.Use(AnswerOutsideRoutes));
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(ObserverFence.Keep);
        app.UseAntiforgery();
        PublicPageServices.Use(app);
        app.MapRazorPages();
        JobPages.Map(app, app.Services.GetRequiredService<AdvocacySettings>().Engines);
        app.MapGet("/workspace/alerts/{id:guid}/edit", (Guid id) => Results.Redirect($"/workspace/alerts/{id}/write")).ExcludeFromDescription();
        Features.Statements.Public.PublicFiles.Register(app);
        Features.Tracker.TrackerFiles.Map(app);
        Features.Calendars.CalendarFeeds.Map(app);
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup("/api/v1").RequireAuthorization(TokenAuthentication.Scheme).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        AlertApi.Map(api.MapGroup("/alerts").WithTags("Alerts"));
        AfterwardsApi.Map(api.MapGroup("/alerts").WithTags("Alerts"));
        TestSendApi.Map(api.MapGroup("/alerts").WithTags("Alerts"));
        ReportApi.Map(api.MapGroup("/alerts").WithTags("Alerts"));
        ForecastApi.MapAlerts(api.MapGroup("/alerts").WithTags("Alerts"));
        ForecastApi.MapSms(api.MapGroup("/sms").WithTags("SMS"));
        SubscriberApi.Map(api.MapGroup("/subscribers").WithTags("Subscribers"));
        StatementApi.Map(api.MapGroup("/statements").WithTags("Statements"));
        PackageApi.Map(api.MapGroup("/statements").WithTags("Statements"));
        PackageApi.MapPage(app);
        SignOnApi.Map(api.MapGroup("/statements").WithTags("Sign-ons"), api.MapGroup("/sign-ons").WithTags("Sign-ons"));
        OrganisationApi.Map(api.MapGroup("/organisations").WithTags("Organisations"));
        FollowUpApi.Map(api.MapGroup("/follow-ups").WithTags("Follow-ups"));
        DialogueApi.Map(api.MapGroup("/dialogues").WithTags("Dialogues"));
        ForumApi.Map(api.MapGroup("/forums").WithTags("Dialogues"));
        AuthorityApi.Map(api.MapGroup("/authorities").WithTags("Dialogues"));
        RecommendationApi.Map(api.MapGroup("/recommendations").WithTags("Recommendations"));
        CommitmentApi.Map(api.MapGroup("/commitments").WithTags("Commitments"));
        EvidenceApi.Map(api.MapGroup("/files").WithTags("Files"));
        StatusCallback.Map(app);
        InboundText.Map(app);
        SmsCounter.Map(app);
    }

    private static bool ForMachines(HttpContext context) => context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/hooks");

    /// <summary>No such path, method or media type: said as it is, and not with the way to sign in that a person would be shown.</summary>
    private static Task AnswerOutsideRoutes(HttpContext context, RequestDelegate next)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null) return next(context);
        if (endpoint?.RequestDelegate is { } answer) return answer(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>A body that is too long, too slow or no form is the caller's fault.</summary>
    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        UnauthorizedAccessException => StatusCodes.Status403Forbidden,
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ when DatabaseAway.Explains(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static int StatusForPeople(Exception exception) =>
        DatabaseAway.Explains(exception) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

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

    /// <summary>A file asked for by its version never changes under that address.</summary>
    private static void KeepWhatIsVersioned(StaticFileResponseContext file) => file.Context.Response.Headers.CacheControl =
        file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";

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
