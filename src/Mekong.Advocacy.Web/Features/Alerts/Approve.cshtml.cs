using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Templates;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Everything that would leave, and what changed since it was last judged, to be read by a second person, who answers for exactly that.</summary>
public sealed class ApproveModel(IMediator mediator, IStringLocalizer<Words> words, Dossiers dossiers, FrozenAudience frozen, TemplateVersions templates)
    : WorkspacePage(mediator, words)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public string? Reason { get; set; }

    public Dossier Dossier { get; private set; } = null!;

    public AlertContent Draft => Dossier.Alert.Content!;

    /// <summary>Null: nobody has judged this alert before.</summary>
    public ContentChanges? Changes { get; private set; }

    public long Recipients { get; private set; }

    /// <summary>Whom the content of the last judgement would reach today.</summary>
    public long RecipientsThen { get; private set; }

    public long FrameSeen { get; private set; }

    public bool IsAuthor => Actor.AccountId is { } id && Dossier.Alert.Authors.Contains(id);

    public bool MayApprove => Dossier.Alert.Stage == AlertStage.AwaitingApproval && Actor.May([Role.Approver]) && !IsAuthor;

    public bool MaySendBack =>
        Dossier.Alert.Stage is AlertStage.AwaitingApproval or AlertStage.Approved or AlertStage.Scheduled && Actor.May([Role.Approver]);

    public string WhyNot => IsAuthor ? Words["alert.author-may-not-approve"]
        : !Actor.May([Role.Approver]) ? Words["account.not-allowed"]
        : Words[$"check.stage.{Dossier.Alert.Stage}"];

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostAsync(string? contentHash, long? frameSeen) =>
        Send(new ApproveAlert(Id, contentHash ?? "", frameSeen), $"/workspace/alerts/{Id}", Show);

    public Task<IActionResult> OnPostSendBackAsync(string? contentHash) =>
        Send(new SendBackAlert(Id, contentHash ?? "", Reason ?? ""), $"/workspace/alerts/{Id}", Show);

    /// <summary>The values of a rule as people read them; none named means all.</summary>
    public string Named(string rule, IReadOnlyList<string> values) => values.Count == 0 ? Words["changes.all"] : string.Join(", ", values.Select(value => rule switch
    {
        "countries" when Country.IsKnown(value) => Words[$"country.{value}"].Value,
        "channels" => Words[$"channel.{value}"].Value,
        "languages" => Languages.Own(value),
        _ => value,
    }));

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await dossiers.Of(Id, ct) is not { } dossier) return NotFound();
        Dossier = dossier;
        FrameSeen = await templates.NewestFrame(ct);
        Recipients = await Reached(Draft, ct);
        if (dossier.Last is not { } last) return Page();
        Changes = ContentChanges.Between(last.Content, Draft);
        RecipientsThen = last.Content.Hash == Draft.Hash ? Recipients : await Reached(last.Content, ct);
        return Page();
    }

    private async Task<long> Reached(AlertContent content, CancellationToken ct) =>
        (await frozen.Count(content, ct)).Where(line => line.Reason is null).Sum(line => line.Count);
}
