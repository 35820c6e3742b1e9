using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>All commitments, those due first at the top; confidential ones as well.</summary>
public sealed class CommitmentsModel(IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock, DialogueReads reads)
    : DialoguePage(mediator, words, directory, clock)
{
    [BindProperty(SupportsGet = true)] public CommitmentStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)] public string? Country { get; set; }

    public IReadOnlyList<CommitmentRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await Names.Load(ct);
        Rows = await reads.Commitments(new(string.IsNullOrEmpty(Country) ? null : Country, Status: Status), ct);
    }
}
