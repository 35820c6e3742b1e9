using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A term: a person in a post, from one day on and before another (null: until now).</summary>
/// <param name="Id">Of the holder.</param>
public sealed record PostHolderRow(Guid Id, Guid AuthorityId, Guid PostId, DateOnly FromDay, DateOnly? UntilDay);

/// <summary>One row per term.</summary>
internal sealed class PostHolderRows : Projection<PostHolderRow>
{
    public override string Table => "advocacy.post_holders";

    public override string? KeyOf(Recorded happened) => happened.Event switch
    {
        PostTaken e => e.HolderId.ToString(),
        PostLeft e => e.HolderId.ToString(),
        _ => null,
    };

    public override PostHolderRow? Apply(PostHolderRow? row, Recorded happened) => happened.Event switch
    {
        PostTaken e => new PostHolderRow(e.HolderId, AuthorityRows.IdOf(happened), e.PostId, e.From, null),
        PostLeft e => row! with { UntilDay = e.Until },
        _ => row,
    };
}
