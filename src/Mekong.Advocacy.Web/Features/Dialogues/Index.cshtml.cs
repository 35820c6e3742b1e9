using MediatR;
using Mekong.Advocacy.Domain.Dialogues;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Dialogues;

/// <summary>All dialogues, the latest first.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<Words> words, Directory directory, TimeProvider clock, DialogueReads reads)
    : ListPage<DialogueRow>(mediator, words, directory, clock)
{
    [BindProperty(SupportsGet = true)] public DialogueStage? Stage { get; set; }

    protected override (string Field, string? Chosen) Standing => ("stage", Stage?.ToString());

    protected override string Room => "dialogues";

    protected override Task<IReadOnlyList<DialogueRow>> Read(string? country, int skip, int most, CancellationToken ct) =>
        reads.Dialogues(new(Stage, country, Authority, Skip: skip, Most: most), ct);
}
