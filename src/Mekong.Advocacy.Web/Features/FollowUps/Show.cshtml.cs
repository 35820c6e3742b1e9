using MediatR;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>One step for the office: how it stands, what left because of it, and its past.</summary>
public sealed class ShowModel(
    IMediator mediator, IStringLocalizer<Words> words, FollowUpReads reads, FollowUpOwners owners, FollowUpNotices notices, FollowUpHands hands, SubjectNames subjects, AccountNames names, Decider decider,
    TimeProvider clock) : FollowUpPage(mediator, words, reads, owners, decider, clock)
{
    private readonly FollowUpReads reads = reads;

    [BindProperty(SupportsGet = true, Name = "id")] public Guid FollowUpId { get; set; }

    public IReadOnlyList<FollowUpNotice> Notices { get; private set; } = [];

    public IReadOnlyList<(FollowUpHistoryRow Line, string Who)> History { get; private set; } = [];

    public SubjectName? About { get; private set; }

    public SubjectName? Forum { get; private set; }

    /// <summary>Of the office, or the owner; others read.</summary>
    public bool MayAct { get; private set; }

    public override string Here => $"/workspace/follow-ups/{FollowUpId}";

    protected override Guid Id => FollowUpId;

    protected override Task<IActionResult?> Fence(CancellationToken ct) => Task.FromResult<IActionResult?>(null);

    protected override async Task LoadMore(CancellationToken ct)
    {
        MayAct = await hands.Of(Id, token: null, ct) is not null;
        Notices = await notices.Of(Id, ct);
        About = Step.Content!.About is { } about ? await subjects.Of(about, ct) : null;
        Forum = Row.DueForum is { } forum ? await subjects.OfForum(forum, ct) : null;
        foreach (var line in await reads.History(Id, ct))
            History = [.. History, (line, line.Actor == "public" ? Words["follow-ups.an-officer"] : await names.Of(line.Actor))];
    }
}
