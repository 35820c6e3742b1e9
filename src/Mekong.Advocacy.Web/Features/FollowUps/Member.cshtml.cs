using MediatR;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>A step in the members' corner: for whoever speaks for its owner.</summary>
public sealed class MemberModel(
    IMediator mediator, IStringLocalizer<Words> words, FollowUpReads reads, FollowUpOwners owners, FollowUpHands hands, Decider decider, TimeProvider clock)
    : FollowUpPage(mediator, words, reads, owners, decider, clock)
{
    [BindProperty(SupportsGet = true, Name = "id")] public Guid FollowUpId { get; set; }

    public override string Here => $"/members/follow-ups/{FollowUpId}";

    protected override Guid Id => FollowUpId;

    protected override async Task<IActionResult?> Fence(CancellationToken ct) => await hands.Of(Id, token: null, ct) is null ? NotFound() : null;
}
