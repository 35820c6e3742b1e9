using MediatR;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>All recommendations, the latest first.</summary>
public sealed class RecommendationsModel(IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock, DialogueReads reads)
    : DialoguePage(mediator, words, directory, clock)
{
    public IReadOnlyList<RecommendationRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await Names.Load(ct);
        Rows = await reads.Recommendations(null, null, ct);
    }
}
