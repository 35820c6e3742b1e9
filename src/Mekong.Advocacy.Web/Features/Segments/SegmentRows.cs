using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Segments;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Segments;

/// <summary>A saved segment as lists show it.</summary>
public sealed record SegmentRow(
    Guid Id, string Title, string[] Countries, string[] Languages, string[] Topics, string[] Organisations, string[] Channels, string[] Roles,
    DateTimeOffset SavedAt)
{
    public Audience ToAudience() => new(Countries, Languages, Topics, Organisations, Channels) { Roles = Roles };
}

/// <summary>One row per saved segment; a removed one is gone.</summary>
internal sealed class SegmentRows : Projection<SegmentRow>
{
    private const string Prefix = "segment-";

    public override string Table => "advocacy.segments";

    public override string? KeyOf(Recorded happened) => happened.Event is SegmentEvent ? happened.Stream[Prefix.Length..] : null;

    public override SegmentRow? Apply(SegmentRow? row, Recorded happened) => happened.Event switch
    {
        SegmentSaved { Audience: var audience } e => new(
            Guid.Parse(happened.Stream[Prefix.Length..]), e.Title, [.. audience.Countries], [.. audience.Languages], [.. audience.Topics],
            [.. audience.Organisations], [.. audience.Channels], [.. audience.Roles], happened.At),
        SegmentRemoved => null,
        _ => row,
    };
}
