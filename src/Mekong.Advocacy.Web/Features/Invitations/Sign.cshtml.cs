using MediatR;
using Mekong.Advocacy.Domain.Invitations;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.SignOns;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>
/// What an invitation's link leads to: the exact text, without an account. Opening it changes nothing, because mail scanners follow links; a
/// button posts. The token in the address is the secret a form could carry, so no cookie is needed.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class SignModel(
    Links links, Invitations invitations, FocalPoints officers, Decider decider, RegisterReads register, IEventStore store, IMediator mediator, IStringLocalizer<Words> words,
    TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Language { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";

    /// <summary>In which the statement is read; null: the reader's own, or the nearest.</summary>
    [BindProperty(SupportsGet = true, Name = "text")] public string? Read { get; set; }

    public Refusal? Fault { get; private set; }

    public Statement Statement { get; private set; } = null!;

    public FrozenText Text { get; private set; } = null!;

    public IReadOnlyList<FrozenText> Texts { get; private set; } = [];

    public IReadOnlyList<CorrigendumIssued> Corrigenda { get; private set; } = [];

    public FocalPoint? Officer { get; private set; }

    public Organisation Organisation { get; private set; } = null!;

    public Mandate? Mandate { get; private set; }

    /// <summary>Why it cannot be signed now, whoever asks.</summary>
    public Refusal? Closed { get; private set; }

    public SignOn SignOn { get; private set; } = null!;

    public string? Receipt { get; private set; }

    public bool HasSigned => SignOn.Stage is SignOnStage.Live or SignOnStage.Held;

    /// <summary>Signed before the text was changed.</summary>
    public bool SignedEarlier => HasSigned && SignOn.Last!.Text.Version < Statement.Version;

    public bool HasDeclined { get; private set; }

    public bool MaySign => Closed is null && Mandate is not null && Organisation.Standing.MayEndorse() && (!HasSigned || SignedEarlier);

    public DateTimeOffset? Embargo => Statement.Content!.EmbargoUntil is { } until && until > clock.GetUtcNow() ? until : null;

    public string Zone => Statement.Window!.Zone;

    public OrganisationName Name => Organisation.Profile!.Names.FirstOrDefault(name => name.Language == Language) ?? Organisation.Profile.Names.FirstOrDefault(name => name.Language == "en") ?? Organisation.Profile.Names[0];

    public string LinkTo(string code) => $"/{Language}/i/{Token}?text={code}";

    public string Sentence(Refusal refusal) => words.Sentence(refusal);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostSignAsync(string? textHash, Display display, CancellationToken ct) =>
        Answer(new SignByInvitation(Token, Read ?? "", textHash ?? "", Enum.IsDefined(display) ? display : Display.Sealed), ct);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) => Answer(new DeclineByInvitation(Token), ct);

    private async Task<IActionResult> Answer(ICommand command, CancellationToken ct)
    {
        var answer = await mediator.Send(command, ct);
        if (!answer.Refused) return Redirect($"/{Language}/i/{Token}{(Read is null ? "" : $"?text={Uri.EscapeDataString(Read)}")}#answer");
        Fault = answer.Refusals[0];
        return await Load(ct) ? Page() : NotFound();
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        if (!Domain.Languages.Language.IsKnown(Language) || links.Read(Links.Invitation, Token) is not { } number || await invitations.Find(number, ct) is not { } asked) return false;
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var past = await store.Read(Decider.Stream(Statement.Fold, asked.StatementId), ct);
        Statement = Statement.Fold.Over(past.Select(recorded => (StatementEvent)recorded.Event));
        (Texts, Language) = (Statement.Readable(), System.Globalization.CultureInfo.CurrentUICulture.Name);
        if (Statement.For(Read ?? Language) is not { } text) return false;
        (Text, Read) = (text, text.Text.Language);
        Corrigenda = [.. past.Select(recorded => recorded.Event).OfType<CorrigendumIssued>().Where(slip => slip.Language == Read)];
        Closed = Statement.WhyNotSign(new SignedText(Statement.Version, Read, Text.Hash), clock.GetUtcNow());
        (Organisation, _) = await decider.Load(Organisation.Fold, asked.OrganisationId, ct);
        Officer = await officers.Find(asked.OfficerId, ct) is { IsActive: true } officer ? officer : null;
        Mandate = Organisation.MandateOf(asked.OfficerId, asked.StatementId, clock.GetUtcNow());
        var id = SignOnId.Of(asked.StatementId, asked.OrganisationId);
        (SignOn, _) = await decider.Load(SignOn.Fold, id, ct);
        if (HasSigned) Receipt = await register.ReceiptOf(id, ct);
        HasDeclined = (await decider.Load(Declining.Fold, id, ct)).State.Version == Statement.Version && !HasSigned;
        return true;
    }
}
