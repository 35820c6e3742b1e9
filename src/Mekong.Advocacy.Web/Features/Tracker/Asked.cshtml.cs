using Mekong.Advocacy.Domain.Dialogues;
using Mekong.Advocacy.Web.Hosting.PublicPages;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Tracker;

/// <summary>One ask: its words, what it rests on, when it was put to its authority, and what was promised.</summary>
[AllowAnonymous]
[PublicPage("commitment", "recommendation", "authority", "forum", "dialogue", "statement")]
public sealed class AskedModel(TrackerReads reads, Decider decider, PublicReferences references) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Language { get; set; } = "";

    [BindProperty(SupportsGet = true)] public int Number { get; set; }

    public PublicRecommendation Asked { get; private set; } = null!;

    public IReadOnlyList<PublicCommitment> Answers { get; private set; } = [];

    public IReadOnlyList<PublicPresentation> Presented { get; private set; } = [];

    public IReadOnlyList<PublicReference> Evidence { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var all = await reads.All(ct);
        if (all.Recommendations.FirstOrDefault(one => one.Row.Number == Number) is not { } found) return NotFound();
        (Asked, Answers) = (found, [.. all.Answering(found.Row.Id)]);
        Presented = await reads.Presentations(found.Row.Id, ct);
        var (state, _) = await decider.Load(Recommendation.Fold, found.Row.Id, ct);
        Evidence = await references.Of(state.Content!.Evidence, Language, ct);
        return Page();
    }
}
