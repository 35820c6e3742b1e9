namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Where a coordinator stands on the way from an empty page to the request for approval; a step's name is the end of its URL.</summary>
public sealed record Step(Guid? AlertId, string Current)
{
    public const string Write = "write", Audience = "audience", Check = "check";

    public static readonly IReadOnlyList<string> All = [Write, Audience, Check];
}
