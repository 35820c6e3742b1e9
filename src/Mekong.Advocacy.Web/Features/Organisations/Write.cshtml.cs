using MediatR;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>An organisation is entered, or its names and home are changed; those that are like it are shown before it is taken for another one.</summary>
public sealed class WriteModel(IMediator mediator, IStringLocalizer<Words> words, OrganisationReads reads, TimeProvider clock) : WorkspacePage(mediator, words)
{
    private const int MostLike = 10, MostParents = 500;

    /// <summary>Null: a new one.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }

    public OrganisationForm Form { get; private set; } = new();

    public OrganisationRow? Row { get; private set; }

    public IReadOnlyList<SimilarOrganisation> Similar { get; private set; } = [];

    public IReadOnlyList<OrganisationRow> Parents { get; private set; } = [];

    public bool MayBeAnother => Similar.Count > 0 && !Similar.Any(one => one.IsSame);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Actor.May([Role.Coordinator])) return Forbid();
        if (!await Find()) return NotFound();
        Form = Row is null ? new OrganisationForm { NewId = Guid.CreateVersion7(clock.GetUtcNow()) } : OrganisationForm.From(Row);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "")] OrganisationForm form)
    {
        Form = form;
        if (Form.NewId == Guid.Empty) Form.NewId = Guid.CreateVersion7(clock.GetUtcNow());
        if (Id is { } id) return await Send(new DescribeOrganisation(id, form.ToProfile(), form.IsAnother), $"/workspace/organisations/{id}", Again);
        return await Send(new RegisterOrganisation(form.NewId, form.Standing, form.ToProfile(), form.IsAnother), $"/workspace/organisations/{form.NewId}", Again);
    }

    private async Task<IActionResult> Again()
    {
        if (!await Find()) return NotFound();
        var profile = Form.ToProfile().Tidy();
        if (Faults.Any(fault => fault.Code == OrganisationRefusals.AlreadyRegistered.Code || fault.Code == OrganisationRefusals.PerhapsRegistered.Code))
            Similar = [.. (await reads.Similar([.. profile.Names.Select(name => name.Name)], profile.Acronym, profile.Country, HttpContext.RequestAborted, Id ?? Form.NewId)).Take(MostLike)];
        return Page();
    }

    private async Task<bool> Find()
    {
        var ct = HttpContext.RequestAborted;
        Parents = [.. (await reads.List(new(Kind: OrganisationKind.Member), after: null, MostParents, ct)).Where(row => row.Id != Id)];
        Row = Id is { } id ? await reads.One(id, ct) : null;
        return Id is null || Row is not null;
    }
}
