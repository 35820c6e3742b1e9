using System.Text.RegularExpressions;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Authorization;

namespace Mekong.Advocacy.Web.Hosting;

/// <summary>
/// Who is an observer and nothing else reads alerts, reports and the list of organisations, and opens no other door, whatever pages come
/// later. Who acts for a member organisation and nothing else has the members' corner, and no door of the workspace but that of their own
/// account; over the API they do what the corner's buttons do.
/// </summary>
internal static partial class ObserverFence
{
    private const string Home = "/workspace/alerts", Corner = "/members";

    public static Task Keep(HttpContext context, RequestDelegate next)
    {
        var (actor, path) = (Actor.From(context.User), context.Request.Path.Value ?? "/");
        if (actor.AccountId is null || !actor.Roles.Any(role => role is Role.Observer or Role.Member) || MayOpen(actor, context.Request.Method, path) || IsForAnybody(context, path)) return next(context);
        if (path is "/workspace") context.Response.Redirect(actor.Roles.Contains(Role.Observer) ? Home : Corner);
        else context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    public static bool MayOpen(Actor actor, string method, string path) =>
        actor.IsOfTheSecretariat || actor.Roles.Contains(Role.Member) && MayAct(method, path) || MayOpen(method, path) && (actor.Roles.Contains(Role.Observer) || !Readable().IsMatch(path));

    private static bool MayOpen(string method, string path) =>
        !path.StartsWith("/workspace", StringComparison.OrdinalIgnoreCase) && !path.StartsWith("/api", StringComparison.OrdinalIgnoreCase)
        || Own().IsMatch(path)
        || (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) && Readable().IsMatch(path);

    private static bool IsForAnybody(HttpContext context, string path) =>
        path.StartsWith("/api", StringComparison.OrdinalIgnoreCase) && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>Signing for one's own organisation, objecting, saying how much of it is shown, dissenting; each command asks itself whether they may.</summary>
    private static bool MayAct(string method, string path) => HttpMethods.IsPost(method) && Acts().IsMatch(path);

    [GeneratedRegex(@"^/api/v1/(statements/[0-9a-f-]{36}/sign-ons|sign-ons/[0-9a-f-]{36}/(object|display)|commitments/[0-9a-f-]{36}/dissents|follow-ups/[0-9a-f-]{36}/(state|snooze|notes|items/[0-9a-f-]{36}))/?$", RegexOptions.IgnoreCase)]
    private static partial Regex Acts();

    [GeneratedRegex(@"^/workspace/(account|not-allowed)(/.*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Own();

    [GeneratedRegex(@"^(/workspace/alerts(/[0-9a-f-]{36}(/report(/print)?)?)?|/api/v1/alerts/[0-9a-f-]{36}/(progress|report)|(/workspace|/api/v1)/organisations(/[0-9a-f-]{36})?)/?$", RegexOptions.IgnoreCase)]
    private static partial Regex Readable();
}
