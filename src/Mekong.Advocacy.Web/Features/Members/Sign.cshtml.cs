using System.Globalization;
using MediatR;
using Mekong.Advocacy.Domain.Invitations;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Invitations;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Members;

/// <summary>The exact text, and the button below it. Opening it changes nothing.</summary>
public sealed class SignModel(
    IMediator mediator, IStringLocalizer<Words> words, FocalPoints officers, StatementReads statements, RegisterReads registers, Decider decider, ITables tables, TimeProvider clock)
    : WorkspacePage(mediator, words)
{
    [BindProperty(SupportsGet = true)] public Guid Organisation { get; set; }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public Guid Officer { get; private set; }

    public StatementRow Statement { get; private set; } = null!;

    public IReadOnlyList<FrozenText> Texts { get; private set; } = [];

    public FrozenText Text { get; private set; } = null!;

    public SignOnRow? SignOn { get; private set; }

    public string? Receipt { get; private set; }

    public bool HasDeclined { get; private set; }

    public Mandate? Mandate { get; private set; }

    /// <summary>Not signed yet, or signed in an earlier version.</summary>
    public bool MaySign => Statement.IsOpenAt(clock.GetUtcNow()) && (SignOn?.Counts != true || SignOn.Version < Statement.Version);

    private string Here => $"/members/{Organisation}/statements/{Id}";

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostSignAsync(string? language, string? hash, Display display) =>
        Send(new SignAsMember(Id, Organisation, language ?? "", hash ?? "", display), Here, Show);

    public Task<IActionResult> OnPostDeclineAsync() => Send(new DeclineStatement(Id, Organisation), Here, Show);

    public Task<IActionResult> OnPostWithdrawAsync(string? reason) => Send(new WithdrawAsMember(SignOnId.Of(Id, Organisation), reason ?? ""), Here, Show);

    public Task<IActionResult> OnPostObjectAsync(string? reason) => Send(new ObjectToSignOn(SignOnId.Of(Id, Organisation), reason ?? ""), Here, Show);

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await officers.ByAccount(Actor.AccountId!.Value, Organisation, ct) is not { } officer) return NotFound();
        if (await statements.Row(Id, ct) is not { OpenedAt: not null } row || row.Stage == StatementStage.Cancelled) return NotFound();
        (Statement, Officer) = (row, officer.Id);
        Texts = (await decider.Load(Domain.Statements.Statement.Fold, Id, ct)).State.Texts.FindAll(text => text.ApprovedBy is not null);
        var wanted = Request.Query["text"].FirstOrDefault() ?? CultureInfo.CurrentUICulture.Name;
        Text = Texts.FirstOrDefault(text => text.Text.Language == wanted) ?? Texts[0];
        var (organisation, _) = await decider.Load(Domain.Organisations.Organisation.Fold, Organisation, ct);
        Name = organisation.Profile!.Names.FirstOrDefault(name => name.Language == CultureInfo.CurrentUICulture.Name)?.Name ?? organisation.Profile.Names[0].Name;
        Mandate = organisation.MandateOf(officer.Id, Id, clock.GetUtcNow());
        SignOn = await tables.Query<SignOnRow>("select * from advocacy.sign_ons where id = @signOn", new { signOn = SignOnId.Of(Id, Organisation) }, ct) is [var signOn] ? signOn : null;
        HasDeclined = (await decider.Load(Declining.Fold, SignOnId.Of(Id, Organisation), ct)).State.Version == Statement.Version;
        if (SignOn is not null) Receipt = await registers.ReceiptOf(SignOn.Id, ct);
        return Page();
    }
}
