using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A recommendation as the API takes it and as its form is typed.</summary>
public sealed record RecommendationJson(
    Guid? Id, IReadOnlyDictionary<string, string?>? Titles, IReadOnlyDictionary<string, string?>? Texts, Guid? AuthorityId, Guid? PostId, IReadOnlyList<ReferenceJson>? Evidence)
{
    public (RecommendationContent Content, IReadOnlyList<Refusal> Faults) Read(DateTimeOffset now)
    {
        var typed = new Typed(now);
        return (new(Typed.Wordings(Titles), Typed.Wordings(Texts), typed.Needed(AuthorityId, DialogueRefusals.NoSuchAuthority), PostId, typed.References(Evidence)), typed.Faults);
    }

    public static RecommendationJson Of(Guid id, RecommendationContent content) => new(
        id, Typed.Untyped(content.Titles), Typed.Untyped(content.Texts), content.AuthorityId, content.PostId, [.. content.Evidence.Select(ReferenceJson.Of)]);
}

/// <summary>It was presented at a dialogue, at a forum, or both.</summary>
/// <param name="On">The day; null: that of the dialogue.</param>
public sealed record PresentationJson(Guid? Id, Guid? DialogueId, Guid? ForumId, string? On, Guid? OrganisationId);
