using MediatR;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>
/// What a reminder's link leads to: the step and the buttons, without an account. Opening it changes nothing, because mail scanners follow
/// links; the token in the address is the secret a form could carry, so no cookie is needed.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ByLinkModel(
    IMediator mediator, IStringLocalizer<Words> words, FollowUpReads reads, FollowUpOwners owners, FollowUpHands hands, Decider decider, TimeProvider clock)
    : FollowUpPage(mediator, words, reads, owners, decider, clock)
{
    private Guid followUpId;

    [BindProperty(SupportsGet = true)] public string Language { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "token")] public string Key { get; set; } = "";

    public override string Here => $"/{Language}/f/{Key}";

    public override string? Token => Key;

    protected override Guid Id => followUpId;

    public override async Task OnPageHandlerExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        if (!Domain.Languages.Language.IsKnown(Language) || await hands.Holder(Key, HttpContext.RequestAborted) is not { } holder)
        {
            context.Result = NotFound();
            return;
        }
        followUpId = holder.FollowUpId;
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        await next();
    }

    protected override Task<IActionResult?> Fence(CancellationToken ct) => Task.FromResult<IActionResult?>(null);
}
