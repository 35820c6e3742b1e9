using MediatR;
using Mekong.Advocacy.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>One forum: when and where, what is due before it, and what follows when it moves.</summary>
public sealed class ShowForumModel(IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock, DialogueReads reads, AccountNames accounts)
    : DialoguePage(mediator, words, directory, clock)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public ForumRow Row { get; private set; } = null!;

    public IReadOnlyList<CommitmentRow> Commitments { get; private set; } = [];

    public IReadOnlyList<DialogueRow> Dialogues { get; private set; } = [];

    public IReadOnlyList<(string What, string? Detail, string Who, DateTimeOffset At)> History { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostMoveAsync(string? from, string? until, string? city, string? reason)
    {
        var typed = new Typed(Now);
        var (first, last) = (typed.Day(from, "from"), typed.Day(until, "until"));
        return Do("move", typed.Faults, () => new MoveForum(Id, first, last, city ?? "", reason ?? ""), Here, Show);
    }

    public Task<IActionResult> OnPostRenameAsync() => Do("rename", new RenameForum(Id, Typed.Wordings(Fields.Wordings("names"))), Here, Show);

    public Task<IActionResult> OnPostCancelAsync(string? reason) => Do("cancel", new CancelForum(Id, reason ?? ""), Here, Show);

    private string Here => $"/workspace/forums/{Id}";

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await reads.Forum(Id, ct) is not { } row) return NotFound();
        await Names.Load(ct);
        (Row, Commitments, Dialogues) = (row, await reads.Commitments(new(ForumId: Id), ct), await reads.Dialogues(new(ForumId: Id), ct));
        foreach (var line in await reads.HistoryOf(Id, ct)) History = [.. History, (line.What, line.Detail, await accounts.Of(line.Actor), line.At)];
        return Page();
    }
}
