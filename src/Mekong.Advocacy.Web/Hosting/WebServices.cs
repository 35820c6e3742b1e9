using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mekong.Advocacy.Domain.Languages;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>Pages, API and their languages.</summary>
internal static class WebServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [.. Language.All.Select(CultureInfo.GetCultureInfo)];
            options.DefaultRequestCulture = new RequestCulture("en");
            options.SupportedCultures = [CultureInfo.GetCultureInfo("en")]; // numbers and dates are written by our own helpers
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders =
            [
                new PathLanguage(),
                new QueryStringRequestCultureProvider { QueryStringKey = "lang", UIQueryStringKey = "lang" },
                new CookieRequestCultureProvider { CookieName = "lang" },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<PathLanguage>("language"));
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Features";
            pages.Conventions.AddPageRoute("/Tracker/Index", "/{language:language}/tracker/country/{country:length(2)}");
            pages.Conventions.AddPageRoute("/Tracker/Index", "/{language:language}/tracker/authority/{authority:guid}");
            pages.Conventions.AddPageRoute("/Calendars/Index", "/members/calendars");
            pages.Conventions.AddPageRoute("/Alerts/Write", "/workspace/alerts/{id:guid}/write");
            pages.Conventions.AddPageRoute("/Statements/Public/Check", "/check");
            pages.Conventions.AddPageRoute("/Statements/Write", "/workspace/statements/{id:guid}/write");
            pages.Conventions.AddPageRoute("/FollowUps/Write", "/workspace/follow-ups/{id:guid}/write");
            pages.Conventions.AddPageRoute("/Dialogues/Write", "/workspace/dialogues/{id:guid}/write");
            pages.Conventions.AddPageRoute("/Dialogues/WriteRecommendation", "/workspace/recommendations/{id:guid}/write");
            pages.Conventions.AddPageRoute("/Dialogues/WriteCommitment", "/workspace/commitments/{id:guid}/write");
            pages.Conventions.AddPageRoute("/Organisations/Write", "/workspace/organisations/{id:guid}/write");
        });
        // Slow links need it. What makes compressing over TLS risky (BREACH) is a secret beside a stranger's text; form tokens are masked anew each time.
        services.AddResponseCompression(options => (options.EnableForHttps, options.MimeTypes) = (true, [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml", "text/calendar", "text/csv"]));
        services.AddAntiforgery(options => options.Cookie.Name = "mekong-form");
        services.AddProblemDetails();
        services.AddExceptionHandler<DatabaseAway>();
        services.AddOpenApi(openApi => openApi.AddDocumentTransformer<OpenApiWithTokens>());
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        });
    }
}
