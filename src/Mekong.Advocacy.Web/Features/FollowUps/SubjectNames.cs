using System.Globalization;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Dialogues;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>What a step follows from, by name, and the page where it stands.</summary>
public sealed record SubjectName(string Title, string Language, string Path);

/// <summary>Names dialogues, recommendations, commitments and forums for the reader.</summary>
public sealed class SubjectNames(ITables tables)
{
    public async Task<SubjectName?> Of(Subject about, CancellationToken ct)
    {
        var language = CultureInfo.CurrentUICulture.Name;
        switch (about.Kind)
        {
            case SubjectKind.Dialogue when await Row<DialogueRow>("dialogues", about.Id, ct) is { } row:
                return Name(row.Title(language), $"/workspace/dialogues/{row.Id}");
            case SubjectKind.Recommendation when await Row<RecommendationRow>("recommendations", about.Id, ct) is { } row:
                return Name(row.Title(language), $"/workspace/recommendations/{row.Id}", row.Label());
            case SubjectKind.Commitment when await Row<CommitmentRow>("commitments", about.Id, ct) is { } row:
                return Name(row.In(language), $"/workspace/commitments/{row.Id}", row.Label());
            default:
                return null;
        }
    }

    public async Task<SubjectName?> OfForum(Guid id, CancellationToken ct) =>
        await Row<ForumRow>("forums", id, ct) is { } row ? Name(row.Name(CultureInfo.CurrentUICulture.Name), $"/workspace/forums/{id}") : null;

    private async Task<TRow?> Row<TRow>(string table, Guid id, CancellationToken ct) where TRow : class =>
        (await tables.Query<TRow>($"select * from advocacy.{table} where id = @id", new { id }, ct)).SingleOrDefault();

    private static SubjectName Name(Domain.Dialogues.Wording wording, string path, string? label = null) =>
        new(label is null ? wording.Text : $"{label}: {wording.Text}", wording.Language, path);
}
