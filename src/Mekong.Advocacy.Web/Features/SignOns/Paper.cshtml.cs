using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>What was signed on paper, entered with the scan of it.</summary>
public sealed class PaperModel(
    IMediator mediator, IStringLocalizer<Words> words, StatementReads statements, OrganisationReads organisations, Decider decider, TimeProvider clock) : WorkspacePage(mediator, words)
{
    private static readonly Domain.Kernel.Refusal NeedsOfficer = SignOnRefusals.NoMandate with { Field = "officer" };

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public Guid? Officer { get; set; }

    [BindProperty] public string? Language { get; set; }

    [BindProperty] public string? Capacity { get; set; }

    [BindProperty] public Display Display { get; set; }

    [BindProperty] public IFormFile? Scan { get; set; }

    public StatementRow Statement { get; private set; } = null!;

    public IReadOnlyList<FrozenText> Texts { get; private set; } = [];

    public IReadOnlyList<(FocalPoint Officer, string Organisation)> Officers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Load()) return NotFound();
        var (officer, text) = (Officers.Select(pair => pair.Officer).FirstOrDefault(one => one.Id == Officer), Texts.FirstOrDefault(one => one.Text.Language == Language));
        if (officer is null) Faults = [NeedsOfficer];
        else if (Scan is null) Faults = [SignOnRefusals.NeedsScan];
        if (Faults.Count > 0) return Page();
        var file = Guid.CreateVersion7(clock.GetUtcNow());
        Faults = (await Mediator.Send(new KeepEvidence(file, await BytesOf(Scan!, ct)), ct)).Refusals;
        return Faults.Count > 0 ? Page() : await Send(
            new EnterPaperSignOn(Id, officer!.OrganisationId, officer.Id, Language ?? "", text?.Hash ?? "", Capacity ?? officer.Capacity, Display, file),
            $"/workspace/statements/{Id}/sign-ons", () => Task.FromResult<IActionResult>(Page()));
    }

    private static async Task<byte[]> BytesOf(IFormFile file, CancellationToken ct)
    {
        if (file.Length > EvidenceFiles.Largest) return new byte[EvidenceFiles.Largest + 1]; // said at its field, without reading the rest
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }

    private async Task<bool> Load()
    {
        var ct = HttpContext.RequestAborted;
        if (await statements.Row(Id, ct) is not { OpenedAt: not null } row) return false;
        Statement = row;
        Texts = [.. (await decider.Load(Domain.Statements.Statement.Fold, Id, ct)).State.Texts.Where(text => text.ApprovedBy is not null)];
        var members = await organisations.List(new OrganisationFilter(), after: null, most: 1000, ct);
        var names = members.ToDictionary(one => one.Id, one => OrganisationReads.Name(one, System.Globalization.CultureInfo.CurrentUICulture.Name).Name);
        var people = await Mediator.Send(new ReadFocalPoints([.. names.Keys], $"statement/{Id}/paper"), ct);
        Officers = [.. people.Where(one => one.IsActive).Select(one => (one, names[one.OrganisationId])).OrderBy(pair => pair.Item2, StringComparer.CurrentCulture)];
        return true;
    }
}
