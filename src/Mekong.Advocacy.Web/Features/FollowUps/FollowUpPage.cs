using MediatR;
using Mekong.Advocacy.Domain.Calendars;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>One step as whoever may act on it sees it, in the workspace, the members' corner and behind a mail's link: the same acts, the same words.</summary>
public abstract class FollowUpPage(IMediator mediator, IStringLocalizer<Words> words, FollowUpReads reads, FollowUpOwners owners, Decider decider, TimeProvider clock)
    : WorkspacePage(mediator, words)
{
    public FollowUpRow Row { get; private set; } = null!;

    public FollowUp Step { get; private set; } = FollowUp.Fold.Initial;

    public string OwnerName { get; private set; } = "";

    /// <summary>In the step's country.</summary>
    public DateOnly Today => CountryDays.DayAt(clock.GetUtcNow(), Row.Country);

    public Guid NewId => Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>The state that is offered first: the one in which it is, or the one to which a card was moved.</summary>
    public FollowUpState Offered { get; private set; }

    /// <summary>What was typed and refused.</summary>
    public (string? Words, string? Until, string? Reason, string? Note) Typed { get; private set; }

    /// <summary>Where the forms are posted, and where one is led afterwards.</summary>
    public abstract string Here { get; }

    /// <summary>Of the link by which one came; null: one is signed in.</summary>
    public virtual string? Token => null;

    protected abstract Guid Id { get; }

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostStateAsync(FollowUpState to, string? words)
    {
        (Typed, Offered) = ((words, null, null, null), to);
        return Do(new ChangeFollowUpState(Id, to, words, Token));
    }

    public Task<IActionResult> OnPostTickAsync(Guid item, bool done) => Do(new TickFollowUpItem(Id, item, done, Token));

    public Task<IActionResult> OnPostSnoozeAsync(string? until, string? reason)
    {
        Typed = (null, until, reason, null);
        return Do(new SnoozeFollowUp(Id, DueJson.Day(until) ?? default, reason, Token));
    }

    public Task<IActionResult> OnPostNoteAsync(Guid note, string? text)
    {
        Typed = (null, null, null, text);
        return Do(new NoteOnFollowUp(Id, note, text, Token));
    }

    /// <summary>Null: they may see it.</summary>
    protected abstract Task<IActionResult?> Fence(CancellationToken ct);

    /// <summary>What only this page shows.</summary>
    protected virtual Task LoadMore(CancellationToken ct) => Task.CompletedTask;

    private Task<IActionResult> Do(Kernel.ICommand command) => Send(command, Here, Show);

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await Fence(ct) is { } closed) return closed;
        if (await reads.One(Id, ct) is not { } row) return NotFound();
        (Row, Step) = (row, (await decider.Load(FollowUp.Fold, Id, ct)).State);
        if (HttpMethods.IsGet(Request.Method)) Offered = Enum.TryParse<FollowUpState>(Request.Query["to"], out var to) ? to : row.State;
        else if (Faults.Count > 0 && Typed.Words is null && Offered == default) Offered = row.State;
        OwnerName = await owners.NameOf(Step.Content!.Owner, System.Globalization.CultureInfo.CurrentUICulture.Name, ct);
        await LoadMore(ct);
        return Page();
    }
}
