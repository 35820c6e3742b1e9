using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>All commitments, those due first at the top; confidential ones as well.</summary>
public sealed class CommitmentsModel(IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock, DialogueReads reads)
    : ListPage<CommitmentRow>(mediator, words, directory, clock)
{
    [BindProperty(SupportsGet = true)] public CommitmentStatus? Status { get; set; }

    protected override (string Field, string? Chosen) Standing => ("status", Status?.ToString());

    protected override bool ByAge => false;

    protected override string Room => "commitments";

    protected override Task<IReadOnlyList<CommitmentRow>> Read(string? country, int skip, int most, CancellationToken ct) =>
        reads.Commitments(new(country, Authority, Status, Skip: skip, Most: most), ct);
}
