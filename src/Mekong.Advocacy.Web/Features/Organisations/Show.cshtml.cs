using System.Globalization;
using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>One organisation: its names and standing for everybody; who acts for it, since when, and what was done, for the secretariat.</summary>
[RequestSizeLimit(8 * 1024 * 1024)]
public sealed partial class ShowModel(
    IMediator mediator, IStringLocalizer<Words> words, OrganisationReads reads, AccountNames names, TimeProvider clock) : WorkspacePage(mediator, words)
{
    private readonly Dictionary<Guid, OrganisationRow> others = [];

    private readonly Dictionary<string, string> actors = [];

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>The focal point whose details are to be changed.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Officer { get; set; }

    public OrganisationRow Row { get; private set; } = null!;

    public IReadOnlyList<OrganisationRow> Branches { get; private set; } = [];

    public IReadOnlyList<FocalPoint> FocalPoints { get; private set; } = [];

    public IReadOnlyList<MandateRow> Mandates { get; private set; } = [];

    public IReadOnlyList<OrganisationHistoryRow> History { get; private set; } = [];

    public IReadOnlyList<FocalPoint> Spokespeople { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool MayChange => Actor.May([Role.Coordinator]);

    public bool IsOpen => Actor.IsOfTheSecretariat;

    /// <summary>The form that was refused, to be shown open.</summary>
    public string? Tried { get; private set; }

    public OrganisationRow? Other(Guid? id) => id is { } known ? others.GetValueOrDefault(known) : null;

    public string Who(string actor) => actors.GetValueOrDefault(actor, actor);

    public FocalPoint? Person(Guid? id) => FocalPoints.FirstOrDefault(person => person.Id == id);

    public Task<IActionResult> OnGetAsync() => Show();

    /// <summary>A paper, to be saved and not shown.</summary>
    public async Task<IActionResult> OnGetEvidenceAsync(Guid file)
    {
        if (!IsOpen) return Forbid();
        if (await Mediator.Send(new ReadEvidence(file), HttpContext.RequestAborted) is not { } found) return NotFound();
        Response.Headers.CacheControl = "no-store";
        return File(found.Bytes, found.MediaType, found.Name);
    }

    private Task<IActionResult> Do(string form, Kernel.ICommand command, string place = "")
    {
        Tried = form;
        return Send(command, $"/workspace/organisations/{Id}{place}", Show);
    }

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await reads.One(Id, ct) is not { } row) return NotFound();
        (Row, Branches) = (row, await reads.Branches(Id, ct));
        if (IsOpen) await Open(ct);
        foreach (var other in await reads.Some([.. History.Select(line => line.AboutId).Append(row.ParentId).OfType<Guid>(), .. Spokespeople.Select(person => person.OrganisationId)], ct))
            others[other.Id] = other;
        return Page();
    }

    private async Task Open(CancellationToken ct)
    {
        FocalPoints = await Mediator.Send(new ReadFocalPoints([Id], $"organisation/{Id}"), ct);
        (Mandates, History) = (await reads.Mandates(Id, ct), await reads.History(Id, ct));
        foreach (var actor in History.Select(line => line.Actor).Concat(Mandates.Select(mandate => mandate.GrantedBy)).Distinct()) actors[actor] = await names.Of(actor);
        if (Row.Standing == OrganisationStanding.Pending && MayChange) Spokespeople = await Speaking(ct);
        if (Person(Officer) is { IsActive: true } person && Tried is null)
            (Name, Capacity, Email, Phone, Language) = (person.Name, person.Capacity, person.Email, person.Phone, person.Language);
        Language ??= CultureInfo.CurrentUICulture.Name;
    }

    private async Task<IReadOnlyList<FocalPoint>> Speaking(CancellationToken ct)
    {
        var speaking = await reads.Spokespeople(Now, ct);
        var people = await Mediator.Send(new ReadFocalPoints([.. speaking.Select(one => one.OrganisationId).Distinct()], $"vouching/{Id}"), ct);
        return [.. people.Where(person => speaking.Any(one => one.OfficerId == person.Id))];
    }
}
