using Mekong.Advocacy.Domain.Languages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>Pages of the public site say their language in the first part of their path: "/km/statements".</summary>
internal sealed class PathLanguage : RequestCultureProvider, IRouteConstraint
{
    /// <summary>Null: the path belongs to no language.</summary>
    public static string? Of(string? path) =>
        path?.Split('/', 3) is ["", var first, ..] && Language.IsKnown(first) ? first : null;

    /// <summary>The page in another language, without saying it twice.</summary>
    public static string With(string path, string code) => "/" + code + path[(1 + Of(path)!.Length)..];

    /// <summary>A page that says "no such page" speaks the language of the address that was asked for.</summary>
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult(Of(httpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? httpContext.Request.Path) is { } code
            ? new ProviderCultureResult("en", code) : null);

    /// <summary>Who asks for such a page in another language by "?lang=" is led to it.</summary>
    public static Task Redirect(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || Of(context.Request.Path) is null
            || Language.All.FirstOrDefault(known => known == context.Request.Query["lang"]) is not { } code) return next(context);
        var rest = QueryString.Create(context.Request.Query.Where(pair => pair.Key != "lang"));
        context.Response.Redirect(With(context.Request.Path.ToUriComponent(), code) + rest.ToUriComponent());
        return Task.CompletedTask;
    }

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string code && Language.IsKnown(code);
}
