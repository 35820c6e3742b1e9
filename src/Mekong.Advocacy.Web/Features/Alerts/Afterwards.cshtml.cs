using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Where the buttons below an alert lead: to the draft they began, or back with the reason why not.</summary>
public sealed class AfterwardsModel(IMediator mediator, IStringLocalizer<Words> words, ITables tables) : WorkspacePage(mediator, words)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public Guid NewId { get; set; }

    public AlertRow Alert { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostCopyAsync() => Begin("after.copy-name", name => new DuplicateAlert(Id, NewId, name));

    public Task<IActionResult> OnPostUpdateAsync() => Begin("after.update-name", name => new FollowAlert(Id, RelationKind.Update, NewId, name));

    public Task<IActionResult> OnPostCancellationAsync() => Begin("after.cancellation-name", name => new FollowAlert(Id, RelationKind.Cancellation, NewId, name));

    public Task<IActionResult> OnPostRestAsync() => Begin("after.rest-name", name => new FollowAlert(Id, RelationKind.NotReached, NewId, name));

    public Task<IActionResult> OnPostArchiveAsync() => Send(new ArchiveAlert(Id), $"/workspace/alerts/{Id}", Show);

    public Task<IActionResult> OnPostUnarchiveAsync() => Send(new UnarchiveAlert(Id), $"/workspace/alerts/{Id}", Show);

    private async Task<IActionResult> Begin(string naming, Func<string, ICommand> command)
    {
        if (await Load() is { } missing) return missing;
        return NewId == Guid.Empty ? BadRequest() : await Send(command(Words[naming, Alert.Name]), $"/workspace/alerts/{NewId}/write", Show);
    }

    private async Task<IActionResult> Show() => await Load() ?? Page();

    private async Task<IActionResult?> Load()
    {
        var rows = await tables.Query<AlertRow>("select * from advocacy.alerts where id = @Id", new { Id }, HttpContext.RequestAborted);
        if (rows.Count == 0) return NotFound();
        Alert = rows[0];
        return null;
    }
}
