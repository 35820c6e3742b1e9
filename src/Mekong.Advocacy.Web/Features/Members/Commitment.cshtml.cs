using MediatR;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Dialogues;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Tracker;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Members;

using Commitment = Domain.Dialogues.Commitment;
using Directory = Dialogues.Directory;

/// <summary>One promise as everybody may know it, and the form by which a member says that they see it differently. Opening it changes nothing.</summary>
public sealed class CommitmentModel(
    IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock, TrackerReads tracker, IEventStore store, PublicReferences references,
    OrganisationReads organisations, MemberVoices voices)
    : DialoguePage(mediator, words, directory, clock)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public PublicCommitment Promise { get; private set; } = null!;

    public CommitmentPast Past { get; private set; } = null!;

    public IReadOnlyList<PublicReference> Evidence { get; private set; } = [];

    /// <summary>Who has dissented.</summary>
    public IReadOnlyDictionary<Guid, OrganisationRow> Members { get; private set; } = new Dictionary<Guid, OrganisationRow>();

    /// <summary>For whom the reader may.</summary>
    public IReadOnlyList<OrganisationRow> Ours { get; private set; } = [];

    public static string Reader => System.Globalization.CultureInfo.CurrentUICulture.Name;

    private string Here => $"/members/commitments/{Id}";

    public Task<IActionResult> OnGetAsync() => Show();

    /// <summary>A colleague of the office who speaks for a member has no more in this corner than that member.</summary>
    public async Task<IActionResult> OnPostDissentAsync(Guid dissent, Guid organisation, string? language, string? text) =>
        await Public(HttpContext.RequestAborted) is null ? NotFound()
        : await Do("dissent", new AttachDissent(Id, dissent, organisation, language ?? "", text ?? ""), Here, Show);

    private async Task<PublicCommitment?> Public(CancellationToken ct) => (await tracker.All(ct)).Commitments.FirstOrDefault(one => one.Row.Id == Id);

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await Public(ct) is not { } found) return NotFound();
        (Promise, Past) = (found, CommitmentPast.Of(await store.Read(Decider.Stream(Commitment.Fold, Id), ct)));
        Evidence = await references.Of(Past.Evidence, Reader, ct);
        Members = (await organisations.Some([.. Past.Dissents.Select(one => one.OrganisationId).Distinct()], ct)).ToDictionary(row => row.Id);
        Ours = await voices.Of(Actor.AccountId!.Value, ct);
        return Page();
    }
}
