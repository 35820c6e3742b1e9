using Mekong.Advocacy.Domain.Alerts;

namespace Mekong.Advocacy.Domain.Segments;

/// <summary>What can happen to a saved segment. Stored for ever: add records, never edit one.</summary>
public abstract record SegmentEvent;

/// <param name="Title">What the office calls this choice of people.</param>
public sealed record SegmentSaved(Guid SavedBy, string Title, Audience Audience) : SegmentEvent;

public sealed record SegmentRemoved(Guid RemovedBy) : SegmentEvent;
