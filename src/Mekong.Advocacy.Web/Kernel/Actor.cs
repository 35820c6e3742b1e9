using System.Security.Claims;

namespace Mekong.Advocacy.Web.Kernel;

/// <summary>What an account may do.</summary>
public static class Role
{
    public const string Coordinator = "coordinator";
    public const string Approver = "approver";
    public const string Admin = "admin";

    /// <summary>Reads alerts and reports from outside the secretariat, with small numbers hidden.</summary>
    public const string Observer = "observer";

    /// <summary>Acts for a member organisation as far as a mandate goes; sees the members' corner, not the workspace.</summary>
    public const string Member = "member";
    public static readonly IReadOnlyList<string> All = [Coordinator, Approver, Admin, Observer, Member];
}

/// <summary>Who acts: an account with its roles, the public (nobody known), or the platform itself.</summary>
public sealed record Actor(Guid? AccountId, IReadOnlyList<string> Roles, bool IsPlatform = false)
{
    public static Actor Platform { get; } = new(null, [], IsPlatform: true);

    public string Name => AccountId?.ToString() ?? (IsPlatform ? "system" : "public");

    /// <summary>The platform may do everything, an administrator whatever any role may.</summary>
    public bool May(IEnumerable<string> roles) => IsPlatform || Roles.Contains(Role.Admin) || roles.Any(role => Roles.Contains(role));

    /// <summary>Sees every number, who did what, and the ledger.</summary>
    public bool IsOfTheSecretariat => May([Role.Coordinator, Role.Approver]);

    public static Actor From(ClaimsPrincipal? user) => new(
        Guid.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null,
        user?.FindAll(ClaimTypes.Role).Select(claim => claim.Value).ToArray() ?? []);
}

/// <summary>The actor of this request or job. A scope made outside a request belongs to the platform.</summary>
public sealed class CurrentActor(IHttpContextAccessor http)
{
    private bool isPlatform;

    public Actor Actor => !isPlatform && http.HttpContext is { } context ? Actor.From(context.User) : Actor.Platform;

    /// <summary>What is done in this scope is the platform's own doing, though a request set it off.</summary>
    public void BecomePlatform() => isPlatform = true;

    /// <exception cref="InvalidOperationException">A command for people was sent by the platform.</exception>
    public Guid AccountId => Actor.AccountId ?? throw new InvalidOperationException("This command needs a person.");
}
