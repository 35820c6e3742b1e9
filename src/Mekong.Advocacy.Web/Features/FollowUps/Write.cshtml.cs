using System.Globalization;
using MediatR;
using Mekong.Advocacy.Domain.FollowUps;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>A new step, or one that is written anew. What is refused is shown as typed, and kept should its writer go away.</summary>
public sealed class WriteModel(
    IMediator mediator, IStringLocalizer<Words> words, Decider decider, OrganisationReads organisations, AccountList accounts, FollowUpOwners owners, ITables tables, KeptForms kept, TimeProvider clock)
    : WorkspacePage(mediator, words)
{
    private const int MostOrganisations = 1000;

    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }

    public FollowUpForm Form { get; private set; } = FollowUpForm.Blank(Guid.Empty, "en", "");

    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>Whom one may choose, by the key of the form.</summary>
    public IReadOnlyList<(string Key, string Name)> Owners { get; private set; } = [];

    public IReadOnlyList<ForumRow> Forums { get; private set; } = [];

    public string Here => Id is null ? "/workspace/follow-ups/new" : $"/workspace/follow-ups/{Id}/write";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Actor.May([Role.Coordinator])) return Redirect("/workspace/not-allowed");
        var content = await Written(Id, ct);
        if (Id is not null && content is null) return NotFound();
        Form = content is null ? FollowUpForm.Blank(NewId(), CultureInfo.CurrentUICulture.Name, Request.Query["about"].FirstOrDefault() ?? "") : FollowUpForm.From(Id!.Value, content);
        if (await kept.Find(Actor.AccountId!.Value, Here, ct) is { } found)
        {
            var typed = FollowUpForm.Read(Id, name => found.Fields.GetValueOrDefault(name));
            (Form, KeptAt) = (typed.Id == Guid.Empty ? typed with { Id = Form.Id } : typed, found.At);
        }
        return await Choices(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form = FollowUpForm.Read(Id, name => Request.Form[name]);
        if (Form.Id == Guid.Empty) Form = Form with { Id = NewId() };
        var was = await Written(Form.Id, ct);
        var (content, fault) = Form.ToJson(was, NewId).Read();
        Faults = fault is not null ? [fault] : (await Mediator.Send(Command(content!), ct)).Refusals;
        if (Faults.Count > 0)
        {
            await kept.Keep(Actor.AccountId!.Value, Here, Request.Form, ct);
            return await Choices(ct);
        }
        await kept.Drop(Actor.AccountId!.Value, Here, ct);
        return Redirect($"/workspace/follow-ups/{Form.Id}");
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

    private Kernel.ICommand Command(FollowUpContent content) => Id is null ? new OpenFollowUp(Form.Id, content) : new DescribeFollowUp(Form.Id, content);

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private async Task<FollowUpContent?> Written(Guid? id, CancellationToken ct) => id is null ? null : (await decider.Load(FollowUp.Fold, id.Value, ct)).State.Content;

    private async Task<IActionResult> Choices(CancellationToken ct)
    {
        var language = CultureInfo.CurrentUICulture.Name;
        Owners =
        [
            .. (await organisations.List(new(), null, MostOrganisations, ct)).Select(row => (FollowUpForm.Key(OwnerKind.Organisation, row.Id), OrganisationReads.Name(row, language).Name)).OrderBy(one => one.Name, StringComparer.CurrentCultureIgnoreCase),
            .. (await accounts.All(ct)).Select(colleague => (FollowUpForm.Key(OwnerKind.Account, colleague.Id), colleague.Name)),
        ];
        if (Form.Owner.StartsWith("officer:", StringComparison.Ordinal) && Guid.TryParse(Form.Owner[8..], CultureInfo.InvariantCulture, out var officer))
            Owners = [(Form.Owner, await owners.NameOf(new(OwnerKind.Officer, officer), language, ct)), .. Owners];
        Forums = await tables.Query<ForumRow>("select * from advocacy.forums where stage = 'Planned' order by begins_on desc limit 100", null, ct);
        return Page();
    }
}
