using System.Globalization;
using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>A new thing of its kind, or one that is described anew: shown as typed when it is refused, and kept should its writer go away.</summary>
/// <typeparam name="TForm">As the API takes it.</typeparam>
[RequestSizeLimit(LargestForm)]
public abstract class WritePage<TForm>(IMediator mediator, IStringLocalizer<Words> words, Directory directory, KeptForms kept, TimeProvider clock)
    : DialoguePage(mediator, words, directory, clock) where TForm : class
{
    /// <summary>From the address alone: a new thing's form carries an id, too.</summary>
    [BindProperty(SupportsGet = true), FromRoute] public Guid? Id { get; set; }

    public TForm Form { get; private set; } = null!;

    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>The page's address, and the name under which its form is kept.</summary>
    public string Here => Id is null ? $"/workspace/{Room}/new" : $"/workspace/{Room}/{Id}/write";

    /// <summary>E.g. "dialogues".</summary>
    protected abstract string Room { get; }

    protected abstract TForm Blank();

    protected abstract Task<TForm?> Existing(Guid id, CancellationToken ct);

    protected abstract TForm Read(FormFields fields);

    /// <summary>Puts the id of a paper that was just kept into the form.</summary>
    protected virtual TForm With(TForm form, Guid fileId) => form;

    protected abstract (ICommand? Command, IReadOnlyList<Refusal> Faults) Save(Guid id, TForm form);

    protected virtual Task Load(CancellationToken ct) => Names.Load(ct);

    /// <summary>Fills in what can be guessed.</summary>
    protected void Suggest(Func<TForm, TForm> guess) => Form = guess(Form);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Runs) return Forbid();
        if ((Id is null ? Blank() : await Existing(Id.Value, ct)) is not { } form) return NotFound();
        Form = form;
        if (await kept.Find(Actor.AccountId!.Value, Here, ct) is { } found) (Form, KeptAt) = (Read(new(name => found.Fields.GetValueOrDefault(name))), found.At);
        await Load(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? paper, CancellationToken ct)
    {
        Form = Read(Fields);
        var (file, refusals) = await Keep(paper);
        if (file is { } known) Form = With(Form, known);
        var id = Id ?? Fields.Id("id") ?? NewId;
        var (command, unread) = refusals.Count > 0 ? (null, refusals) : Save(id, Form);
        Faults = [.. (unread.Count > 0 ? unread : (await Mediator.Send(command!, ct)).Refusals).DistinctBy(fault => (fault.Code, fault.Field))];
        if (Faults.Count > 0)
        {
            await kept.Keep(Actor.AccountId!.Value, Here, Request.Form, ct);
            await Load(ct);
            return Page();
        }
        await kept.Drop(Actor.AccountId!.Value, Here, ct);
        return Redirect($"/workspace/{Room}/{id}");
    }

    /// <summary>The form keeps itself: htmx posts it here while one types and shows the answer.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken ct)
    {
        var at = await kept.Keep(Actor.AccountId!.Value, Here, Request.Form, ct);
        return Content(at is null ? "" : Words["kept.at", at.Value.ToOffset(TimeSpan.FromHours(7)).ToString("HH:mm", CultureInfo.InvariantCulture)], "text/plain; charset=utf-8");
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct)
    {
        await kept.Drop(Actor.AccountId!.Value, Here, ct);
        return Redirect(Here);
    }
}
