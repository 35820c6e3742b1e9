namespace Mekong.Advocacy.Web.Kernel;

/// <summary>The roles that may send a command. A command without it can be sent by the platform alone.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAttribute(params string[] roles) : Attribute
{
    public IReadOnlyList<string> Roles { get; } = roles;

    /// <summary>Anybody, signed in or not, e.g. to unsubscribe.</summary>
    public bool Public { get; init; }
}
