using MediatR;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.SignOns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>What a mailed link opens: the text and a button. Opening it changes nothing, because mail scanners follow links; whoever has the link may press.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ConfirmModel(Links links, Offers offers, PublicReads reads, OrganisationReads organisations, RegisterReads registers, IMediator mediator, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Language { get; set; } = "";

    public PublicStatement? Statement { get; private set; }

    public FrozenText? Text { get; private set; }

    public OrganisationRow? Organisation { get; private set; }

    public bool Spent { get; private set; }

    public bool Done { get; private set; }

    public string? Receipt { get; private set; }

    public IReadOnlyList<Refusal> Faults { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Find(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await Find(ct) is not { } offer) return Page();
        Faults = (await mediator.Send(new VerifySignOn(Token), ct)).Refusals;
        Done = Faults.Count == 0;
        if (Done) Receipt = await registers.ReceiptOf(offer.SignOnId, ct);
        return Page();
    }

    private async Task<Offer?> Find(CancellationToken ct)
    {
        (Response.Headers.CacheControl, Response.Headers["X-Robots-Tag"]) = ("no-store", "noindex, nofollow");
        var offer = links.Read(Offers.Purpose, Token) is { } number ? await offers.Find(number, ct) : null;
        Statement = offer is not null && clock.GetUtcNow() - offer.OfferedAt <= Offers.LinkLives ? await reads.One(offer.StatementId, ct) : null;
        Spent = Statement is null;
        if (Spent) return null;
        Text = Statement!.In(offer!.TextLanguage) ?? Statement.For(Language);
        Organisation = offer.OrganisationId is { } id ? await organisations.One(id, ct) : null;
        return offer;
    }
}
