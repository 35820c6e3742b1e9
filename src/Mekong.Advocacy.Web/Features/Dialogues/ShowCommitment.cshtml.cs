using MediatR;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>One commitment: the words, who spoke them and who answers for them now, until when, and what became of it.</summary>
[RequestSizeLimit(LargestForm)]
public sealed partial class ShowCommitmentModel(
    IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock, DialogueReads reads, IEventStore store, HolderNames holders, AccountNames accounts,
    OurThings things)
    : DialoguePage(mediator, words, directory, clock)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public CommitmentRow Row { get; private set; } = null!;

    public Commitment Commitment { get; private set; } = Commitment.Fold.Initial;

    /// <summary>Who held the post when it was promised, and who holds it now.</summary>
    public string? Then { get; private set; }

    public string? Since { get; private set; }

    public DialogueRow? At { get; private set; }

    public IReadOnlyList<RecommendationRow> Recommendations { get; private set; } = [];

    /// <summary>The latest first, each with its review, who proposed and who reviewed it.</summary>
    public IReadOnlyList<(StatusProposed Proposed, StatusReviewed? Review, string Who, string? By)> Proposals { get; private set; } = [];

    public IReadOnlyList<DissentAttached> Dissents { get; private set; } = [];

    public IReadOnlyList<(CommitmentHistoryRow Line, string Who)> History { get; private set; } = [];

    public IReadOnlyList<(ReferenceKind Kind, Guid Id, string Title)> Ours { get; private set; } = [];

    public bool MayReview(StatusProposed proposed) => Actor.IsOfTheSecretariat && Actor.AccountId != proposed.By;

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await reads.Commitment(Id, ct) is not { } row) return NotFound();
        await Names.Load(ct);
        var past = (await store.Read(Decider.Stream(Commitment.Fold, Id), ct)).Select(recorded => (CommitmentEvent)recorded.Event).ToList();
        (Row, Commitment, Dissents) = (row, Commitment.Fold.Over(past), [.. past.OfType<DissentAttached>()]);
        foreach (var proposed in past.OfType<StatusProposed>().Reverse())
        {
            var review = past.OfType<StatusReviewed>().FirstOrDefault(one => one.ProposalId == proposed.ProposalId);
            Proposals = [.. Proposals, (proposed, review, await accounts.Of(proposed.By.ToString()), review is null ? null : await accounts.Of(review.By.ToString()))];
        }
        await Holders(row, ct);
        At = row.DialogueId is { } dialogue ? await reads.Dialogue(dialogue, ct) : null;
        Recommendations = [.. (await reads.Recommendations(new(), ct)).Where(one => row.RecommendationIds.Contains(one.Id)).OrderBy(one => one.Number)];
        Ours = await things.ToReferTo(ct);
        foreach (var line in await reads.History(Id, ct)) History = [.. History, (line, await accounts.Of(line.Actor))];
        return Page();
    }

    private async Task Holders(CommitmentRow row, CancellationToken ct)
    {
        var terms = await reads.Holders(null, row.PostId, ct);
        var named = await holders.Of(terms.Select(term => term.Id), ct);
        Then = On(row.MadeOn);
        Since = On(CountryDays.DayAt(Now, row.Country));

        string? On(DateOnly day) => terms.FirstOrDefault(term => term.FromDay <= day && (term.UntilDay is null || day < term.UntilDay)) is { } held ? named.GetValueOrDefault(held.Id) : null;
    }
}
