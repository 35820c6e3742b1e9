using System.Text.RegularExpressions;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>
/// Who is an observer and nothing else reads alerts and reports, and opens no other door, whatever pages come later.
/// </summary>
internal static partial class ObserverFence
{
    private const string Home = "/workspace/alerts";

    public static Task Keep(HttpContext context, RequestDelegate next)
    {
        var (actor, path) = (Actor.From(context.User), context.Request.Path.Value ?? "/");
        if (actor.AccountId is null || actor.IsOfTheSecretariat || !actor.Roles.Contains(Role.Observer) || MayOpen(context.Request.Method, path)) return next(context);
        if (path is "/workspace") context.Response.Redirect(Home);
        else context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    public static bool MayOpen(string method, string path) =>
        !path.StartsWith("/workspace", StringComparison.OrdinalIgnoreCase) && !path.StartsWith("/api", StringComparison.OrdinalIgnoreCase)
        || Own().IsMatch(path)
        || (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) && Readable().IsMatch(path);

    [GeneratedRegex(@"^/workspace/(account|not-allowed)(/.*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Own();

    [GeneratedRegex(@"^(/workspace/alerts(/[0-9a-f-]{36}(/report(/print)?)?)?|/api/v1/alerts/[0-9a-f-]{36}/(progress|report))/?$", RegexOptions.IgnoreCase)]
    private static partial Regex Readable();
}
