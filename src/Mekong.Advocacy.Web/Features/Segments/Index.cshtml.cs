using MediatR;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Segments;

/// <summary>The saved segments, and how many people each of them names today.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<Words> words, SegmentReads segments, FrozenAudience frozen) : WorkspacePage(mediator, words)
{
    public sealed record Line(SegmentRow Segment, IReadOnlyList<AudienceCount> Counts)
    {
        public long Reached(string channel) => Counts.Where(count => count.Channel == channel && count.Reason is null).Sum(count => count.Count);

        public long LeftOut => Counts.Where(count => count.Reason is not null).Sum(count => count.Count);
    }

    public List<Line> Lines { get; } = [];

    public bool MayRemove => Actor.May([Role.Coordinator]);

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostRemoveAsync(Guid segment) => Send(new RemoveSegment(segment), "/workspace/subscribers/segments", Show);

    private async Task<IActionResult> Show()
    {
        foreach (var segment in await segments.All(HttpContext.RequestAborted))
            Lines.Add(new(segment, await frozen.Count(segment.ToAudience(), HttpContext.RequestAborted)));
        return Page();
    }
}
