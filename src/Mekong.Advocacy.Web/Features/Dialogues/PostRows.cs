using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>An office of an authority, and who holds it now: an id, whose name is sealed elsewhere.</summary>
public sealed record PostRow(Guid Id, Guid AuthorityId, string[] TitleLanguages, string[] Titles, Guid? HolderId, DateOnly? HolderSince, DateTimeOffset EnteredAt);

/// <summary>One row per post.</summary>
internal sealed class PostRows : Projection<PostRow>
{
    public override string Table => "advocacy.posts";

    public override string? KeyOf(Recorded happened) => happened.Event switch
    {
        PostEntered e => e.PostId.ToString(),
        PostRenamed e => e.PostId.ToString(),
        PostTaken e => e.PostId.ToString(),
        PostLeft e => e.PostId.ToString(),
        _ => null,
    };

    public override PostRow? Apply(PostRow? row, Recorded happened) => happened.Event switch
    {
        PostEntered e => new PostRow(e.PostId, AuthorityRows.IdOf(happened), RowWordings.Split(e.Titles).Languages, RowWordings.Split(e.Titles).Texts, null, null, happened.At),
        PostRenamed e => row! with { TitleLanguages = RowWordings.Split(e.Titles).Languages, Titles = RowWordings.Split(e.Titles).Texts },
        PostTaken e => row! with { HolderId = e.HolderId, HolderSince = e.From },
        PostLeft e when row!.HolderId == e.HolderId => row with { HolderId = null, HolderSince = null },
        _ => row,
    };
}
