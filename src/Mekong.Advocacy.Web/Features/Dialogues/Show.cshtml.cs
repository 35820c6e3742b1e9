using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>One dialogue: when, with whom and what about; what was asked and promised there; and its past.</summary>
[RequestSizeLimit(LargestForm)]
public sealed class ShowModel(
    IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock, DialogueReads reads, Decider decider, HolderNames holders, AccountNames accounts)
    : DialoguePage(mediator, words, directory, clock)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public DialogueRow Row { get; private set; } = null!;

    public Dialogue Dialogue { get; private set; } = Dialogue.Fold.Initial;

    /// <summary>Authorities at the table, the offices that spoke for them, and who held those that day.</summary>
    public IReadOnlyList<((Guid Id, Wording Name) Authority, Wording? Post, string? Holder)> Present { get; private set; } = [];

    public IReadOnlyList<RecommendationRow> Presented { get; private set; } = [];

    public IReadOnlyList<RecommendationRow> NotPresented { get; private set; } = [];

    public IReadOnlyList<CommitmentRow> Commitments { get; private set; } = [];

    public IReadOnlyList<(string What, string? Detail, string Who, DateTimeOffset At)> History { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostConfirmAsync() => Do("confirm", new ConfirmDialogue(Id));

    public Task<IActionResult> OnPostHoldAsync() => Do("hold", new HoldDialogue(Id));

    public Task<IActionResult> OnPostCloseAsync() => Do("close", new CloseDialogue(Id));

    public Task<IActionResult> OnPostPostponeAsync(string? reason) => Do("postpone", new PostponeDialogue(Id, reason ?? ""));

    public Task<IActionResult> OnPostCancelAsync(string? reason) => Do("cancel", new CancelDialogue(Id, reason ?? ""));

    public Task<IActionResult> OnPostMoveAsync(string? begins, string? ends, string? zone, string? place, string? reason)
    {
        var typed = new Typed(Now);
        var time = typed.Time(begins, ends, zone);
        return Do("move", typed.Faults, () => new MoveDialogue(Id, time, Fields.Country, place ?? "", reason ?? ""), Here, Show);
    }

    public async Task<IActionResult> OnPostMinuteAsync(IFormFile? paper)
    {
        var (file, refusals) = await Keep(paper);
        var (dialogue, _) = await decider.Load(Dialogue.Fold, Id, HttpContext.RequestAborted);
        var minutes = Typed.Wordings(Fields.Wordings("minutes"));
        return await Do("minute", refusals, () => new MinuteDialogue(Id, minutes, [.. dialogue.Files, .. file is { } kept ? [kept] : Array.Empty<Guid>()]), Here, Show);
    }

    public async Task<IActionResult> OnPostPresentAsync(Guid presentation, Guid recommendation, Guid? organisation)
    {
        if (await reads.Dialogue(Id, HttpContext.RequestAborted) is not { } row) return NotFound();
        var presented = new RecommendationPresented(presentation, Id, row.ForumId, MeetingZones.DayIn(row.Zone, row.BeginsAt), organisation);
        return await Do("present", new PresentRecommendation(recommendation, presented));
    }

    private string Here => $"/workspace/dialogues/{Id}";

    private Task<IActionResult> Do(string form, Kernel.ICommand command) => Do(form, command, Here, Show);

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await reads.Dialogue(Id, ct) is not { } row) return NotFound();
        await Names.Load(ct);
        (Row, Dialogue) = (row, (await decider.Load(Dialogue.Fold, Id, ct)).State);
        var here = (await reads.Presentations(null, Id, null, ct)).Select(one => one.RecommendationId).ToHashSet();
        var all = await reads.Recommendations(new(), ct);
        Presented = [.. all.Where(one => here.Contains(one.Id)).OrderBy(one => one.Number)];
        NotPresented = [.. all.Where(one => !here.Contains(one.Id) && one.Stage != RecommendationStage.Closed)];
        Commitments = await reads.Commitments(new(DialogueId: Id), ct);
        Present = await AtTheTable(MeetingZones.DayIn(row.Zone, row.BeginsAt), ct);
        foreach (var line in await reads.HistoryOf(Id, ct)) History = [.. History, (line.What, line.Detail, await accounts.Of(line.Actor), line.At)];
        return Page();
    }

    private async Task<IReadOnlyList<((Guid, Wording), Wording?, string?)>> AtTheTable(DateOnly day, CancellationToken ct)
    {
        var terms = (await reads.Holders(null, null, ct)).Where(term => term.FromDay <= day && (term.UntilDay is null || day < term.UntilDay)).ToList();
        var named = await holders.Of(terms.Select(term => term.Id), ct);
        return [.. Dialogue.Content!.Authorities.Select(one => (
            (one.AuthorityId, Names.Authority(one.AuthorityId)), one.PostId is { } post ? Names.Post(post) : null,
            terms.Find(term => term.PostId == one.PostId) is { } held ? named.GetValueOrDefault(held.Id) : null))];
    }
}
