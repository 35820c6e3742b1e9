using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Domain.Segments;

/// <summary>Why a choice cannot be saved as a segment.</summary>
public static class SegmentRefusals
{
    public static readonly Refusal NeedsTitle = new("segment.needs-title", "title");
    public static readonly Refusal TitleTooLong = new("segment.title-too-long", "title");
    public static readonly Refusal FollowsAnAlert = new("segment.follows-an-alert");
}
