using Mekong.Advocacy.Domain.Organisations;
using Microsoft.AspNetCore.Mvc;

namespace Mekong.Advocacy.Web.Features.Organisations;

/// <summary>What can be done to an organisation on its page; what was typed stays in its form until it is accepted.</summary>
public sealed partial class ShowModel
{
    [BindProperty] public OrganisationStanding Standing { get; set; }

    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public string? Name { get; set; }

    [BindProperty] public string? Capacity { get; set; }

    [BindProperty] public string? Email { get; set; }

    [BindProperty] public string? Phone { get; set; }

    [BindProperty] public string? Language { get; set; }

    /// <summary>Made with the page, so that a form that is sent twice does its work once.</summary>
    [BindProperty] public Guid NewId { get; set; }

    [BindProperty] public VerificationMeans Means { get; set; }

    [BindProperty] public string? Source { get; set; }

    /// <summary>An organisation and an officer of it, apart by a stroke.</summary>
    [BindProperty] public string? Voucher { get; set; }

    public MandateForm Mandate { get; private set; } = new();

    public Guid Fresh() => Guid.CreateVersion7(clock.GetUtcNow());

    public Task<IActionResult> OnPostStandingAsync() => Do("standing", new ChangeStanding(Id, Standing, Reason));

    public Task<IActionResult> OnPostFocalPointAsync() =>
        Do("focal-point", new NameFocalPoint(Id, Officer ?? NewId, new(Name, Capacity, Email, Phone, Language)), "#focal-points");

    public Task<IActionResult> OnPostRemoveAsync(Guid person) => Do("remove", new RemoveFocalPoint(Id, person), "#focal-points");

    public Task<IActionResult> OnPostEndAsync(Guid mandate) => Do("end", new EndMandate(Id, mandate), "#mandates");

    public Task<IActionResult> OnPostVerifyAsync() => Do("verify", new VerifyOrganisation(Id, Means, Source));

    public async Task<IActionResult> OnPostRefuseAsync()
    {
        var answer = await Do("refuse", new RefuseOrganisation(Id, Reason));
        Faults = [.. Faults.Select(fault => fault.Field == "reason" ? fault.At("refusal") : fault)]; // the page has two reasons
        return answer;
    }

    public Task<IActionResult> OnPostVouchAsync()
    {
        var ids = (Voucher ?? "").Split('|').Select(part => Guid.TryParse(part, out var id) ? id : Guid.Empty).ToArray();
        return Do("vouch", new VouchForOrganisation(Id, ids[0], ids.Length > 1 ? ids[1] : Guid.Empty));
    }

    public async Task<IActionResult> OnPostMandateAsync([Bind(Prefix = "")] MandateForm mandate, IFormFile? evidence)
    {
        (Mandate, Tried) = (mandate, "mandate");
        if (await reads.One(Id, HttpContext.RequestAborted) is not { } row) return NotFound();
        if (evidence is { Length: > 0 } && !await Kept(evidence)) return await Show();
        var (command, faults) = mandate.Read(Id, row.Country);
        if (faults.Count == 0) return await Do("mandate", command, "#mandates");
        Faults = faults;
        return await Show();
    }

    /// <summary>The paper is kept even if something else in the form is refused: a browser does not offer it twice.</summary>
    private async Task<bool> Kept(IFormFile evidence)
    {
        using var bytes = new MemoryStream();
        await evidence.CopyToAsync(bytes, HttpContext.RequestAborted);
        var id = Fresh();
        Faults = (await Mediator.Send(new KeepEvidence(id, bytes.ToArray()), HttpContext.RequestAborted)).Refusals;
        if (Faults.Count == 0) Mandate.EvidenceId = id;
        return Faults.Count == 0;
    }
}
