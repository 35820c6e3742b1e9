using MediatR;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.SignOns;

/// <summary>One sign-on: by whom and by what right, and what the office may do about it.</summary>
public sealed class OneModel(
    IMediator mediator, IStringLocalizer<Words> words, ITables tables, RegisterReads registers) : WorkspacePage(mediator, words)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)] public Guid SignOnId { get; set; }

    public SignOnRow SignOn { get; private set; } = null!;

    public string Officer { get; private set; } = "";

    /// <summary>Of the last signature; empty while nothing was counted.</summary>
    public string Receipt { get; private set; } = "";

    public string Name => SignOnNames.Of(SignOn, System.Globalization.CultureInfo.CurrentUICulture.Name) ?? Words["sign-ons.individual"];

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostLiftAsync(string? reason) => Do(new LiftHold(SignOnId, reason ?? ""));

    public Task<IActionResult> OnPostRefuseAsync(string? reason) => Do(new RefuseOffer(SignOnId, reason ?? ""));

    public Task<IActionResult> OnPostReadmitAsync(string? reason) => Do(new ReadmitSignOn(SignOnId, reason ?? ""));

    public Task<IActionResult> OnPostWithdrawAsync(string? reason) => Do(new WithdrawSignOn(SignOnId, null, reason ?? ""));

    public Task<IActionResult> OnPostDisplayAsync(Display display) => Do(new ShowSignOn(SignOnId, display));

    private Task<IActionResult> Do(Kernel.ICommand command) => Send(command, $"/workspace/statements/{Id}/sign-ons/{SignOnId}", Show);

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await tables.Query<SignOnRow>("select * from advocacy.sign_ons where id = @SignOnId and statement_id = @Id", new { SignOnId, Id }, ct) is not [var row]) return NotFound();
        SignOn = row;
        if (row.OfficerId is { } hand) Officer = (await Mediator.Send(new ReadFocalPoints([row.EndorserId], $"sign-on/{SignOnId}"), ct)).FirstOrDefault(officer => officer.Id == hand)?.Name ?? "";
        Receipt = await registers.ReceiptOf(SignOnId, ct) ?? "";
        return Page();
    }
}
