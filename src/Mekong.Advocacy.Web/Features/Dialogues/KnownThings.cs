using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>Whether what a command names is there; the refusal says at which field it is not.</summary>
public sealed class KnownThings(ITables tables)
{
    public async Task<Refusal?> WhyNot(DialogueContent content, CancellationToken ct) =>
        await First(
            () => WhyNotOffices(content.Authorities.Select(one => (one.AuthorityId, one.PostId)), "authorities", ct),
            () => WhyNotForum(content.ForumId, ct),
            () => WhyNotOrganisations([.. content.Organisations, .. content.HostId is { } host ? [host] : Array.Empty<Guid>()], "organisations", ct),
            () => WhyNot(content.Links, "links", ct));

    public async Task<Refusal?> WhyNot(RecommendationContent content, CancellationToken ct) =>
        await First(() => WhyNotOffices([(content.AuthorityId, content.PostId)], "authorityId", ct), () => WhyNot(content.Evidence, "evidence", ct));

    public async Task<Refusal?> WhyNot(RecommendationPresented presented, CancellationToken ct) => await First(
        () => WhyNotDialogue(presented.DialogueId, ct),
        () => WhyNotForum(presented.ForumId, ct),
        () => WhyNotOrganisations(presented.OrganisationId is { } voice ? [voice] : [], "organisationId", ct));

    public async Task<Refusal?> WhyNot(CommitmentContent content, CancellationToken ct) => await First(
        () => WhyNotOffices([(content.AuthorityId, content.PostId)], "postId", ct),
        () => WhyNotDialogue(content.DialogueId, ct),
        () => Missing("recommendations", content.Recommendations, DialogueRefusals.NoSuchRecommendation.At("recommendations"), ct),
        () => WhyNotFiles(content.Source.FileId is { } file ? [file] : [], "source.fileId", ct));

    public async Task<Refusal?> WhyNot(ValueList<Reference> references, string field, CancellationToken ct)
    {
        Guid[] Of(ReferenceKind kind) => [.. references.Where(one => one.Kind == kind).Select(one => one.Id).OfType<Guid>()];
        return await First(
            () => Missing("statements", Of(ReferenceKind.Statement), StatementRefusals.NoSuchStatement.At(field), ct),
            () => Missing("dialogues", Of(ReferenceKind.Dialogue), DialogueRefusals.NoSuchDialogue.At(field), ct),
            () => WhyNotFiles(Of(ReferenceKind.File), field, ct));
    }

    public Task<Refusal?> WhyNotFiles(IReadOnlyCollection<Guid> files, string field, CancellationToken ct) =>
        Missing("files", files, FocalPointRefusals.NoSuchFile.At(field), ct);

    public Task<Refusal?> WhyNotOrganisations(IReadOnlyCollection<Guid> organisations, string field, CancellationToken ct) =>
        Missing("organisations", organisations, OrganisationRefusals.NoSuchOrganisation.At(field), ct);

    /// <summary>Said where the Chatham House rule holds, and known from there only: press and letters are public by themselves.</summary>
    public async Task<bool> HoldsHouseRule(Guid? dialogue, SourceKind source, CancellationToken ct) => dialogue is not null
        && source is (SourceKind.Recording or SourceKind.Minutes)
        && (await tables.Query<int>("select 1 from advocacy.dialogues where id = @dialogue and attribution = 'ChathamHouse'", new { dialogue }, ct)).Count > 0;

    /// <summary>How many promises are public that are known from this dialogue only.</summary>
    public async Task<int> PublicPromises(Guid dialogue, CancellationToken ct) => (await tables.Query<int>(
        "select count(*)::int from advocacy.commitments where dialogue_id = @dialogue and not confidential and source_kind in ('Recording', 'Minutes')", new { dialogue }, ct))[0];

    private Task<Refusal?> WhyNotForum(Guid? forum, CancellationToken ct) => Missing("forums", forum is { } id ? [id] : [], DialogueRefusals.NoSuchForum, ct);

    private Task<Refusal?> WhyNotDialogue(Guid? dialogue, CancellationToken ct) => Missing("dialogues", dialogue is { } id ? [id] : [], DialogueRefusals.NoSuchDialogue, ct);

    private async Task<Refusal?> WhyNotOffices(IEnumerable<(Guid AuthorityId, Guid? PostId)> offices, string field, CancellationToken ct)
    {
        var all = offices.ToList();
        if (await Missing("authorities", [.. all.Select(one => one.AuthorityId)], DialogueRefusals.NoSuchAuthority.At(field), ct) is { } unknown) return unknown;
        var posts = all.Where(one => one.PostId is not null).Select(one => (one.PostId!.Value, one.AuthorityId)).ToHashSet();
        var found = await tables.Query<PostRow>("select * from advocacy.posts where id = any(@ids)", new { ids = posts.Select(one => one.Value).ToArray() }, ct);
        return posts.IsSubsetOf(found.Select(row => (row.Id, row.AuthorityId))) ? null : DialogueRefusals.NoSuchPost.At(field);
    }

    private async Task<Refusal?> Missing(string table, IReadOnlyCollection<Guid> ids, Refusal refusal, CancellationToken ct)
    {
        var wanted = ids.ToHashSet();
        if (wanted.Count == 0) return null;
        var found = await tables.Query<Guid>($"select id from advocacy.{table} where id = any(@ids)", new { ids = wanted.ToArray() }, ct);
        return found.Count == wanted.Count ? null : refusal;
    }

    private static async Task<Refusal?> First(params Func<Task<Refusal?>>[] questions)
    {
        foreach (var ask in questions)
            if (await ask() is { } refusal) return refusal;
        return null;
    }
}
