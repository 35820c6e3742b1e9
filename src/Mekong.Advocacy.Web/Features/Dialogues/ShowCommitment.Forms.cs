using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Domain.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>What can be done with a commitment.</summary>
public sealed partial class ShowCommitmentModel
{
    public DueJson TypedDue => new(
        Fields.Choice<DueKind>("due.kind"), Fields.Text("due.date"), Fields.Id("due.forumId"), Fields.Number("due.daysBefore"), Fields.Wordings("due.condition"));

    public Task<IActionResult> OnGetAsync() => Show();

    /// <summary>A paper that came with it is evidence, too.</summary>
    public async Task<IActionResult> OnPostProposeAsync(Guid proposal, CommitmentStatus status, string? note, IFormFile? paper)
    {
        var (file, refusals) = await Keep(paper);
        ValueList<Reference> evidence = [.. new Typed(Now).References(Fields.References("evidence")), .. file is { } kept ? [new Reference(ReferenceKind.File, NameOf(paper), Id: kept)] : Array.Empty<Reference>()];
        return await Do("propose", refusals, () => new ProposeStatus(Id, proposal, status, evidence, note ?? ""), Here, Show);
    }

    public Task<IActionResult> OnPostReviewAsync(Guid proposal, bool accepted, string? why) => Do("review", new ReviewStatus(Id, proposal, accepted, why), Here, Show);

    public Task<IActionResult> OnPostDueAsync(string? reason)
    {
        var typed = new Typed(Now);
        var due = TypedDue.Read(typed);
        return Do("due", typed.Faults, () => new ChangeCommitmentDue(Id, due, reason ?? ""), Here, Show);
    }

    public Task<IActionResult> OnPostDissentAsync(Guid dissent, Guid organisation, string? language, string? text) =>
        Do("dissent", new AttachDissent(Id, dissent, organisation, language ?? "", text ?? ""), Here, Show);

    public Task<IActionResult> OnPostHideAsync(bool confidential, string? reason) => Do("hide", new ChangeConfidentiality(Id, confidential, reason ?? ""), Here, Show);

    private string Here => $"/workspace/commitments/{Id}";

    /// <summary>Its name on the machine that it came from may say more than it should.</summary>
    private string NameOf(IFormFile? paper) => paper?.ContentType == "application/pdf" ? Words["reference.File"] + " (PDF)" : Words["reference.File"];
}
