using MediatR;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>All dialogues, the latest first.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock, DialogueReads reads)
    : DialoguePage(mediator, words, directory, clock)
{
    public IReadOnlyList<DialogueRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await Names.Load(ct);
        Rows = await reads.Dialogues(null, null, ct);
    }
}
