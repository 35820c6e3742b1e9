using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>One statement: where it stands in words, its texts with their fingerprints, what can be done next, and its past.</summary>
public sealed class ShowModel(
    IMediator mediator, IStringLocalizer<Words> words, StatementReads reads, Decider decider, ITables tables, AccountNames names, TimeProvider clock)
    : WorkspacePage(mediator, words)
{
    private readonly Dictionary<Guid, string> known = [];

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public Guid NewId => Guid.CreateVersion7(Now);

    public StatementRow Row { get; private set; } = null!;

    public Statement Statement { get; private set; } = Statement.Fold.Initial;

    public int SignOns { get; private set; }

    public string? Typed { get; private set; }

    public IReadOnlyList<(StatementHistoryRow Line, string Who)> History { get; private set; } = [];

    /// <summary>The frozen texts; of a draft those as they are typed, without a fingerprint.</summary>
    public IEnumerable<FrozenText> Texts => Statement.Texts.Count > 0 ? Statement.Texts : Statement.Content!.InOrder.Select(text => new FrozenText(text, 0, ""));

    public bool IsAuthor => Statement.Authors.Contains(Actor.AccountId ?? Guid.Empty);

    public bool MayApprove => Actor.May([Role.Approver]) && !IsAuthor;

    public string InWords => Words[$"statements.words.{Row.Stage}"];

    /// <summary>The hour that the words speak of.</summary>
    public DateTimeOffset? Hour => Row.Stage switch
    {
        StatementStage.Approved => Row.OpensAt,
        StatementStage.Open or StatementStage.Suspended => Row.ClosesAt,
        StatementStage.Closed => Row.ClosedAt,
        StatementStage.Delivered => Row.DeliveredAt,
        StatementStage.Answered => Row.AnsweredAt,
        _ => null,
    };

    public string NameOf(Guid account) => known.GetValueOrDefault(account, "");

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostFreezeAsync() => Do(new FreezeText(Id));

    public Task<IActionResult> OnPostThawAsync(string? reason) => Do(new ThawText(Id, reason ?? ""));

    public Task<IActionResult> OnPostApproveAsync(string language, string hash) => Do(new ApproveText(Id, language, hash));

    public Task<IActionResult> OnPostSuspendAsync(string? reason) => Do(new SuspendStatement(Id, reason ?? ""));

    public Task<IActionResult> OnPostReopenAsync() => Do(new ReopenStatement(Id));

    public Task<IActionResult> OnPostDeadlineAsync(string? closesAt, string? reason) => Do(new MoveDeadline(Id, closesAt ?? "", reason ?? ""));

    public Task<IActionResult> OnPostCorrigendumAsync(Guid corrigendum, string language, string? found, string? correct) =>
        Do(new IssueCorrigendum(Id, corrigendum, language, found ?? "", correct ?? "", null));

    public Task<IActionResult> OnPostDropRevisionAsync() => Do(new DropRevision(Id));

    public Task<IActionResult> OnPostCancelAsync(string? reason) => Do(new CancelStatement(Id, reason ?? ""));

    public Task<IActionResult> OnPostArchiveAsync() => Do(new ArchiveStatement(Id));

    public Task<IActionResult> OnPostCommentAsync(Guid remark, string? about, string? text)
    {
        Typed = text;
        return Do(new CommentOnStatement(Id, remark, string.IsNullOrEmpty(about) ? null : about, text ?? ""));
    }

    private Task<IActionResult> Do(Kernel.ICommand command) => Send(command, $"/workspace/statements/{Id}", Show);

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await reads.Row(Id, ct) is not { } row) return NotFound();
        (Row, Statement) = (row, (await decider.Load(Statement.Fold, Id, ct)).State);
        SignOns = (await tables.Query<int>("select count(*)::int from advocacy.sign_ons where statement_id = @Id and stage in ('Live', 'Held')", new { Id }, ct))[0];
        foreach (var approver in Statement.Texts.Concat(Statement.Proposed).Select(text => text.ApprovedBy).OfType<Guid>().Distinct())
            known[approver] = await names.Of(approver.ToString());
        var lines = await tables.Query<StatementHistoryRow>("""
            select * from advocacy.statement_history where statement_id = @Id and what not in ('SignedOn', 'SignOnOffered') order by position desc limit 100
            """, new { Id }, ct);
        foreach (var line in lines) History = [.. History, (line, await names.Of(line.Actor))];
        return Page();
    }
}
