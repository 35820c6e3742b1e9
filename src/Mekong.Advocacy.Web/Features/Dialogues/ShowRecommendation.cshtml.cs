using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>One recommendation as a thread: what is asked, where it was presented over the years, and what was promised in answer.</summary>
public sealed class ShowRecommendationModel(
    IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock, DialogueReads reads, Decider decider) : DialoguePage(mediator, words, directory, clock)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public RecommendationRow Row { get; private set; } = null!;

    public RecommendationContent Asked { get; private set; } = null!;

    public IReadOnlyList<(PresentationRow Presented, DialogueRow? At)> Presentations { get; private set; } = [];

    public IReadOnlyList<CommitmentRow> Commitments { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostPresentAsync(Guid presentation, Guid? forum, string? on)
    {
        var typed = new Typed(Now);
        var day = typed.Day(on, "on");
        return Do("present", typed.Faults, () => new PresentRecommendation(Id, new(presentation, null, forum, day, null)), Here, Show);
    }

    public Task<IActionResult> OnPostCloseAsync(string? reason) => Do("close", new CloseRecommendation(Id, reason ?? ""), Here, Show);

    private string Here => $"/workspace/recommendations/{Id}";

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await reads.Recommendation(Id, ct) is not { } row) return NotFound();
        await Names.Load(ct);
        (Row, Asked) = (row, (await decider.Load(Recommendation.Fold, Id, ct)).State.Content!);
        foreach (var one in await reads.Presentations(Id, null, null, ct))
            Presentations = [.. Presentations, (one, one.DialogueId is { } dialogue ? await reads.Dialogue(dialogue, ct) : null)];
        Commitments = await reads.Commitments(new(RecommendationId: Id), ct);
        return Page();
    }
}
