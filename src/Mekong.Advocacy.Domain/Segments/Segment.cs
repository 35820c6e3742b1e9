using System.Diagnostics;
using System.Globalization;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Segments.SegmentRefusals;

namespace Mekong.Advocacy.Domain.Segments;

using Decision = Decision<SegmentEvent>;

/// <summary>A choice of people that is kept under a name, to begin the next audience with. It holds the rule, never the people.</summary>
public sealed record Segment(string? Title, Audience? Audience)
{
    public const int LongestTitle = 100;

    public static readonly Fold<Segment, SegmentEvent> Fold = new("segment", new Segment(Title: null, Audience: null), Evolve);

    public Decision Save(Guid savedBy, string title, Audience audience) =>
        string.IsNullOrWhiteSpace(title) ? NeedsTitle
        : title.Trim().Length > LongestTitle ? TitleTooLong.At("title", LongestTitle.ToString(CultureInfo.InvariantCulture))
        : audience.Relation is not null ? FollowsAnAlert
        : ContentRules.FaultsOf(audience).FirstOrDefault() is { } fault ? fault
        : title.Trim() == Title && audience.Equals(Audience) ? Decision.Nothing
        : new SegmentSaved(savedBy, title.Trim(), audience);

    public Decision Remove(Guid removedBy) => Title is null ? Decision.Nothing : new SegmentRemoved(removedBy);

    private static Segment Evolve(Segment was, SegmentEvent happened) => happened switch
    {
        SegmentSaved e => new Segment(e.Title, e.Audience),
        SegmentRemoved => Fold.Initial,
        _ => throw new UnreachableException($"Segment gives {happened.GetType().Name} no meaning."),
    };
}
