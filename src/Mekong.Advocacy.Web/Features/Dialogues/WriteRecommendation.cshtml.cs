using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>What is asked of an authority, in as many languages as it has been written in.</summary>
public sealed class WriteRecommendationModel(
    IMediator mediator, IStringLocalizer<Words> words, Directory directory, KeptForms kept, TimeProvider clock, Decider decider, OurThings things)
    : WritePage<RecommendationJson>(mediator, words, directory, kept, clock)
{
    protected override string Room => "recommendations";

    public IReadOnlyList<(ReferenceKind Kind, Guid Id, string Title)> Ours { get; private set; } = [];

    protected override RecommendationJson Blank() => new(NewId, null, null, null, null, null);

    protected override async Task<RecommendationJson?> Existing(Guid id, CancellationToken ct) =>
        (await decider.Load(Recommendation.Fold, id, ct)).State.Content is { } content ? RecommendationJson.Of(id, content) : null;

    protected override RecommendationJson Read(FormFields fields) => new(
        fields.Id("id"), fields.Wordings("titles"), fields.Wordings("texts"), fields.Office("authorityId")?.AuthorityId, fields.Office("authorityId")?.PostId,
        fields.References("evidence"));

    protected override (ICommand? Command, IReadOnlyList<Refusal> Faults) Save(Guid id, RecommendationJson form)
    {
        var (content, faults) = form.Read(Now);
        return faults.Count > 0 ? (null, faults) : (Id is null ? new MakeRecommendation(id, content) : new EditRecommendation(id, content), []);
    }

    protected override async Task Load(CancellationToken ct)
    {
        await base.Load(ct);
        Ours = await things.ToReferTo(ct);
    }
}
