namespace Mekong.Advocacy.Web.Features.Notices;

/// <summary>What accounts are told by mail; a kind's name is its templates' name.</summary>
public static class NoticeKind
{
    /// <summary>One person let an alert leave alone: to every administrator.</summary>
    public const string EmergencyRelease = "emergency-release";

    /// <summary>An approver said no: to whoever wrote any part of it.</summary>
    public const string SentBack = "sent-back";

    /// <summary>The platform stopped a campaign by itself: to the coordinators.</summary>
    public const string PausedByPlatform = "paused-by-platform";

    /// <summary>Somebody asks for approval: to the approvers who wrote no part of it.</summary>
    public const string ApprovalRequested = "approval-requested";

    public static readonly IReadOnlyList<string> All = [EmergencyRelease, SentBack, PausedByPlatform, ApprovalRequested];
}
