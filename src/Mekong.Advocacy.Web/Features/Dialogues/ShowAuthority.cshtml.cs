using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>One authority: its posts, who held them when, what was asked of it and what it promised.</summary>
public sealed class ShowAuthorityModel(IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock, DialogueReads reads, HolderNames holders)
    : DialoguePage(mediator, words, directory, clock)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public AuthorityRow Row { get; private set; } = null!;

    public IReadOnlyList<(PostHolderRow Term, string? Who)> Terms { get; private set; } = [];

    public IReadOnlyList<RecommendationRow> Recommendations { get; private set; } = [];

    public IReadOnlyList<CommitmentRow> Commitments { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostRenameAsync() => Do("rename", new RenameAuthority(Id, Typed.Wordings(Fields.Wordings("names"))), Here, Show);

    public Task<IActionResult> OnPostPostAsync(Guid post) => Do("post", new NamePost(Id, post, Typed.Wordings(Fields.Wordings("titles"))), Here, Show);

    public Task<IActionResult> OnPostTakeAsync(Guid post, Guid holder, string? name, string? from)
    {
        var typed = new Typed(Now);
        var day = typed.Day(from, "from");
        return Do($"take-{post:N}", typed.Faults, () => new TakePost(Id, post, holder, name ?? "", day), Here, Show);
    }

    public Task<IActionResult> OnPostLeaveAsync(Guid post, Guid holder, string? until)
    {
        var typed = new Typed(Now);
        var day = typed.Day(until, "until");
        return Do($"leave-{post:N}", typed.Faults, () => new LeavePost(Id, post, holder, day), Here, Show);
    }

    private string Here => $"/workspace/authorities/{Id}";

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await reads.Authority(Id, ct) is not { } row) return NotFound();
        await Names.Load(ct);
        var terms = await reads.Holders(Id, null, ct);
        var named = await holders.Of(terms.Select(term => term.Id), ct);
        (Row, Terms) = (row, [.. terms.Select(term => (term, named.GetValueOrDefault(term.Id)))]);
        (Recommendations, Commitments) = (await reads.Recommendations(new(AuthorityId: Id), ct), await reads.Commitments(new(AuthorityId: Id), ct));
        return Page();
    }
}
