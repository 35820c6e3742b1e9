using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Segments;

/// <summary>Looks saved segments up.</summary>
public sealed class SegmentReads(ITables tables)
{
    public Task<IReadOnlyList<SegmentRow>> All(CancellationToken ct) =>
        tables.Query<SegmentRow>("select * from advocacy.segments order by lower(title), id", null, ct);

    public async Task<SegmentRow?> One(Guid id, CancellationToken ct) =>
        await tables.Query<SegmentRow>("select * from advocacy.segments where id = @id", new { id }, ct) is [var row] ? row : null;

    /// <summary>Saving under a name that is there already changes that segment.</summary>
    public async Task<Guid?> IdOf(string? title, CancellationToken ct) => await tables.Query<Guid>(
        "select id from advocacy.segments where lower(title) = lower(@title) order by id limit 1", new { title = (title ?? "").Trim() }, ct) is [var id] ? id : null;
}
