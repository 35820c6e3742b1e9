using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Writes a new alert, or changes one that has not begun to leave.</summary>
public sealed class ComposeModel(IMediator mediator, IStringLocalizer<Words> words, Decider decider, ITables tables, TimeProvider clock)
    : WorkspacePage(mediator, words)
{
    [BindProperty] public AlertForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }

    public bool IsNew => Id is null;

    public bool VoidsApproval { get; private set; }

    public IReadOnlyList<string> Topics { get; private set; } = [];

    public IReadOnlyList<string> Organisations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Id is { } id)
        {
            var (alert, _) = await decider.Load(Alert.Fold, id, ct);
            if (alert.Content is null) return NotFound();
            Form = AlertForm.From(alert.Content);
            VoidsApproval = alert.Stage is AlertStage.AwaitingApproval or AlertStage.Approved or AlertStage.Scheduled;
        }
        return await Show();
    }

    public Task<IActionResult> OnPostAsync()
    {
        var content = Form.ToContent();
        var id = Id ?? Guid.CreateVersion7(clock.GetUtcNow());
        return Send(IsNew ? new DraftAlert(id, content) : new EditAlert(id, content), $"/workspace/alerts/{id}", Show);
    }

    private async Task<IActionResult> Show()
    {
        Topics = await tables.Query<string>("select distinct unnest(topics) from advocacy.subscribers order by 1", null, HttpContext.RequestAborted);
        Organisations = await tables.Query<string>(
            "select distinct organisation from advocacy.subscribers where organisation is not null order by 1", null, HttpContext.RequestAborted);
        return Page();
    }
}
