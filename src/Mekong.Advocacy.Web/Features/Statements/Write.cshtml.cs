using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>A new statement, or a draft whose words may still move. What is refused is shown as typed, and kept should its writer go away.</summary>
public sealed class WriteModel(
    IMediator mediator, IStringLocalizer<Words> words, Decider decider, AddresseeContacts contacts, KeptForms kept, TimeProvider clock) : WorkspacePage(mediator, words)
{
    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }

    public StatementForm Form { get; private set; } = StatementForm.Blank(Guid.Empty);

    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>The page's address, and the name under which its form is kept.</summary>
    public string Here => Id is null ? "/workspace/statements/new" : $"/workspace/statements/{Id}/write";

    public bool Opens(string code) => code == Domain.Languages.Language.English || !string.IsNullOrWhiteSpace(Form.Texts[code].Title)
        || Faults.Any(fault => fault.Field is { } field && (field + ".").StartsWith($"texts.{code}.", StringComparison.Ordinal));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var content = Id is null ? null : (await decider.Load(Statement.Fold, Id.Value, ct)).State.Content;
        if (Id is not null && content is null) return NotFound();
        Form = content is null ? StatementForm.Blank(Guid.CreateVersion7(clock.GetUtcNow())) : StatementForm.From(Id!.Value, content);
        if (await kept.Find(Actor.AccountId!.Value, Here, ct) is not { } found) return Page();
        var typed = StatementForm.Read(Id, name => found.Fields.GetValueOrDefault(name));
        (Form, KeptAt) = (typed.Id == Guid.Empty ? typed with { Id = Form.Id } : typed, found.At);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form = Typed();
        var (content, faults) = Form.ToJson().Read(clock.GetUtcNow());
        Faults = faults.Count > 0 ? faults : (await Mediator.Send(await Command(content, ct), ct)).Refusals;
        if (Faults.Count > 0)
        {
            await kept.Keep(Actor.AccountId!.Value, Here, Request.Form, ct);
            return Page();
        }
        await contacts.Keep(Form.Id, Form.ToJson().Addressees, ct);
        await kept.Drop(Actor.AccountId!.Value, Here, ct);
        return Redirect($"/workspace/statements/{Form.Id}");
    }

    /// <summary>The form keeps itself: htmx posts it here while one types and shows the answer.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken ct)
    {
        var at = await kept.Keep(Actor.AccountId!.Value, Here, Request.Form, ct);
        return Content(at is null ? "" : Words["kept.at", at.Value.ToOffset(TimeSpan.FromHours(7)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)], "text/plain; charset=utf-8");
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct)
    {
        await kept.Drop(Actor.AccountId!.Value, Here, ct);
        return Redirect(Here);
    }

    private async Task<Kernel.ICommand> Command(StatementContent content, CancellationToken ct) =>
        (await decider.Load(Statement.Fold, Form.Id, ct)).State.Content is null ? new DraftStatement(Form.Id, content) : new EditStatement(Form.Id, content);

    private StatementForm Typed()
    {
        var form = StatementForm.Read(Id, name => Request.Form[name]);
        return form.Id == Guid.Empty ? form with { Id = Guid.CreateVersion7(clock.GetUtcNow()) } : form;
    }
}
