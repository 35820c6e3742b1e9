using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Mekong.Advocacy.Web.Hosting.PublicPages;

/// <summary>
/// Which answers are shared: a public page, asked for by GET, without a query (links repeat it), by somebody who shows neither cookie of
/// ours nor token; one copy for each language and each encoding.
/// </summary>
internal sealed class SharedCopies(Happenings happenings, Instants instants, Renewals renewals, IResponseCompressionProvider compression) : IOutputCachePolicy
{
    /// <summary>Belt and braces: how old a copy can become if an event were never heard of.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (PublicPageAttribute.Of(http) is not { } page || !IsAnybodys(http)) return ValueTask.CompletedTask;
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (true, true, true, true);
        context.ResponseExpirationTimeSpan = Longest;
        var vary = context.CacheVaryByRules;
        vary.VaryByHost = false;
        var (language, encoding) = (CultureInfo.CurrentUICulture.Name, compression.GetCompressionProvider(http)?.EncodingName ?? "");
        var changed = string.Create(CultureInfo.InvariantCulture, $"{happenings.Changed(page.Shows)}@{instants.AsOf()}");
        var added = renewals.AsOf(http, $"{http.Request.Path} {language} {encoding}", changed, happenings.Added(page.Shows));
        vary.VaryByValues["language"] = language;
        vary.VaryByValues["encoding"] = encoding;
        vary.VaryByValues["as-of"] = string.Create(CultureInfo.InvariantCulture, $"{changed}+{added}");
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        Renewals.Made(context.HttpContext);
        return ValueTask.CompletedTask;
    }

    /// <summary>A form's token or anything else that is meant for one reader says so itself, by a cookie or in Cache-Control.</summary>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        Renewals.Made(context.HttpContext);
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK
            && response.Headers.SetCookie.Count == 0 && response.Headers.CacheControl.Count == 0;
        return ValueTask.CompletedTask;
    }

    private static bool IsAnybodys(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && !http.Request.QueryString.HasValue
        && http.User.Identity is not { IsAuthenticated: true } && !http.Request.Headers.ContainsKey(HeaderNames.Authorization);
}
