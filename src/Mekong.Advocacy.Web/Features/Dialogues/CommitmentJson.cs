using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;

namespace Mekong.Advocacy.Web.Features.Dialogues;

public enum DueKind { Date, Forum, Condition }

/// <summary>Until when: a date, so many days before a forum, or a condition.</summary>
public sealed record DueJson(DueKind? Kind, string? Date = null, Guid? ForumId = null, int? DaysBefore = null, IReadOnlyDictionary<string, string?>? Condition = null)
{
    internal Due Read(Typed typed) => typed.Choice(Kind, "due.kind") switch
    {
        DueKind.Date => new ByDate(typed.Day(Date, "due.date")),
        DueKind.Forum => new ByForum(typed.Needed(ForumId, DialogueRefusals.NoSuchForum.At("due.forumId")), DaysBefore ?? 1),
        _ => new OnCondition(Typed.Wordings(Condition)),
    };

    internal static DueJson Of(Due due) => due switch
    {
        ByDate on => new(DueKind.Date, Typed.Day(on.Date)),
        ByForum by => new(DueKind.Forum, ForumId: by.ForumId, DaysBefore: by.DaysBefore),
        OnCondition on => new(DueKind.Condition, Condition: Typed.Untyped(on.Condition)),
        _ => new(DueKind.Condition),
    };
}

public sealed record SourceJson(SourceKind? Kind, string? Url, Guid? FileId = null, string? Detail = null);

/// <summary>A commitment as the API takes it and as its form is typed.</summary>
public sealed record CommitmentJson(
    Guid? Id, string? Words, string? Language, IReadOnlyDictionary<string, string?>? Translations, SourceJson? Source, Strength? Strength, Guid? AuthorityId, Guid? PostId,
    IReadOnlyList<Guid>? Recommendations, Guid? DialogueId, string? MadeOn, DueJson? Due, bool Confidential = false)
{
    public (CommitmentContent Content, IReadOnlyList<Refusal> Faults) Read(DateTimeOffset now)
    {
        var typed = new Typed(now);
        var content = new CommitmentContent(
            Words ?? "", Language ?? "", Typed.Wordings(Translations),
            new CommitmentSource(typed.Choice(Source?.Kind, "source.kind"), Source?.Url, Source?.FileId, Source?.Detail),
            typed.Choice(Strength, "strength"), typed.Needed(AuthorityId, DialogueRefusals.NoSuchAuthority), typed.Needed(PostId, DialogueRefusals.NoSuchPost), null,
            [.. Recommendations ?? []], DialogueId, typed.Day(MadeOn, "madeOn"), (Due ?? new DueJson(null)).Read(typed), Confidential);
        return (content, typed.Faults);
    }

    public static CommitmentJson Of(Guid id, CommitmentContent content) => new(
        id, content.Words, content.Language, Typed.Untyped(content.Translations),
        new SourceJson(content.Source.Kind, content.Source.Url, content.Source.FileId, content.Source.Detail), content.Strength, content.AuthorityId, content.PostId,
        [.. content.Recommendations], content.DialogueId, Typed.Day(content.MadeOn), DueJson.Of(content.Due), content.Confidential);
}

public sealed record DueChangeJson(DueJson? Due, string? Reason);

public sealed record ProposalJson(Guid? Id, CommitmentStatus? Status, IReadOnlyList<ReferenceJson>? Evidence, string? Note);

public sealed record StatusReviewJson(bool Accepted, string? Why);

public sealed record DissentJson(Guid? Id, Guid? OrganisationId, string? Language, string? Text);

public sealed record ConfidentialityJson(bool Confidential, string? Reason);
