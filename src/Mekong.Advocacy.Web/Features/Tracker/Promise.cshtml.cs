using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Hosting.PublicPages;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Tracker;

/// <summary>One promise: the words, where they stand, until when, and what became of it.</summary>
[AllowAnonymous]
[PublicPage("commitment", "recommendation", "authority", "forum", "statement", "organisation")]
public sealed class PromiseModel(TrackerReads reads, IEventStore store, PublicReferences references, OrganisationReads organisations) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Language { get; set; } = "";

    [BindProperty(SupportsGet = true)] public int Number { get; set; }

    public PublicCommitment Promise { get; private set; } = null!;

    public IReadOnlyList<PublicRecommendation> Answered { get; private set; } = [];

    public CommitmentPast Past { get; private set; } = null!;

    public IReadOnlyList<PublicReference> Evidence { get; private set; } = [];

    public IReadOnlyDictionary<Guid, OrganisationRow> Members { get; private set; } = new Dictionary<Guid, OrganisationRow>();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var all = await reads.All(ct);
        if (all.Commitments.FirstOrDefault(one => one.Row.Number == Number) is not { } found) return NotFound();
        (Promise, Answered) = (found, [.. all.Recommendations.Where(one => found.Row.RecommendationIds.Contains(one.Row.Id))]);
        Past = CommitmentPast.Of(await store.Read(Decider.Stream(Commitment.Fold, found.Row.Id), ct));
        Evidence = await references.Of(Past.Evidence, Language, ct);
        Members = (await organisations.Some([.. Past.Dissents.Select(one => one.OrganisationId).Distinct()], ct)).ToDictionary(row => row.Id);
        return Page();
    }
}
