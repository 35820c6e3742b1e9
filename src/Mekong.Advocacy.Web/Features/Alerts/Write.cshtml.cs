using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Kernel;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Templates;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>The first step: name and texts of a new alert, or of one that has not begun to leave. Nothing typed here is lost.</summary>
[IgnoreAntiforgeryToken] // checked in Write.Kept.cs, where a refusal loses nothing
public sealed partial class WriteModel(
    IMediator mediator, IStringLocalizer<Words> words, Decider decider, TextStates states, ReusableTexts reusable, KeptForms kept,
    AccountNames names, IAntiforgery antiforgery, TimeProvider clock) : WorkspacePage(mediator, words)
{
    private static readonly Refusal SaveFirst = new("alert.save-before-review");

    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }

    public WriteForm Form { get; private set; } = WriteForm.Blank(Guid.Empty, null);

    /// <summary>By language what somebody else has written meanwhile.</summary>
    public IReadOnlyDictionary<string, AlertText> Theirs { get; private set; } = new Dictionary<string, AlertText>();

    public IReadOnlyList<TextNow> States { get; private set; } = TextStates.Of([]);

    public IReadOnlyList<ReusableText> StartFrom { get; private set; } = [];

    public AlertStage Stage { get; private set; }

    /// <summary>When the form that is shown was kept; null: it shows what is saved.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>The page's address, and the name under which its form is kept.</summary>
    public string Here => Id is null ? "/workspace/alerts/new" : PathOf(Id.Value);

    public bool VoidsApproval => Stage is AlertStage.AwaitingApproval or AlertStage.Approved or AlertStage.Scheduled;

    public bool MayReview => LockedBecause is null && Actor.May([Role.Coordinator, Role.Approver]);

    public TextNow? SourceNow => States.FirstOrDefault(text => text.IsSource);

    public TextNow Now(string code) => States.First(text => text.Language == code);

    /// <summary>Unfolded where there is something to read or to mend; the first translation of a new alert is a tap away.</summary>
    public bool Opens(string code) => Theirs.ContainsKey(code) || Faults.Any(fault => fault.Field is { } field && (field + ".").StartsWith($"texts.{code}.", StringComparison.Ordinal));

    public string? LockedBecause => Stage switch
    {
        AlertStage.Sending or AlertStage.Paused => Words.Sentence(AlertRefusals.AlreadyLeaving),
        AlertStage.Finished or AlertStage.Cancelled => Words.Sentence(AlertRefusals.AlreadyOver),
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(string? text, CancellationToken ct)
    {
        var content = await Content(Id, ct);
        if (Id is not null && content is null) return NotFound();
        StartFrom = Id is null ? await reusable.All(ct) : [];
        Form = content is null
            ? WriteForm.Blank(Guid.CreateVersion7(clock.GetUtcNow()), StartFrom.FirstOrDefault(start => start.Name == text)?.Texts)
            : WriteForm.From(Id!.Value, content);
        await OfferKept(content, ct);
        return await Show(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form = Typed();
        var command = await Content(Form.Id, ct) is null ? new DraftAlert(Form.Id, Form.ToDraft()) : (ICommand)Form.ToEdits();
        Faults = (await Mediator.Send(command, ct)).Refusals;
        if (Faults.Count > 0) return await Again(ct);
        await kept.Drop(Actor.AccountId!.Value, Here, ct);
        if (Id is null) await kept.Drop(Actor.AccountId!.Value, PathOf(Form.Id), ct);
        return Redirect($"/workspace/alerts/{Form.Id}/audience");
    }

    public async Task<IActionResult> OnPostReviewAsync(string language, CancellationToken ct)
    {
        Form = Typed();
        if (!Form.Texts.TryGetValue(language, out var text)) return BadRequest();
        Faults = text.IsTouched ? [SaveFirst.At($"texts.{language}")] : (await Mediator.Send(new ReviewText(Form.Id, language, text.Base), ct)).Refusals;
        if (Faults.Count > 0) return await Again(ct);
        await KeepTyped(ct);
        return Redirect($"{Here}#texts.{language}");
    }

    private static string PathOf(Guid alertId) => $"/workspace/alerts/{alertId}/write";

    private WriteForm Typed()
    {
        var form = WriteForm.Read(Id, name => Request.Form[name]);
        return form.Id == Guid.Empty ? form with { Id = Guid.CreateVersion7(clock.GetUtcNow()) } : form;
    }

    private async Task<AlertContent?> Content(Guid? id, CancellationToken ct)
    {
        if (id is null) return null;
        var (alert, _) = await decider.Load(Alert.Fold, id.Value, ct);
        Stage = alert.Stage;
        return alert.Content;
    }

    /// <summary>A refused form is kept as well, should its writer go away.</summary>
    private async Task<IActionResult> Again(CancellationToken ct)
    {
        await KeepTyped(ct);
        return await OnceMore(ct);
    }

    /// <summary>The form as typed, with everything that is wrong with it.</summary>
    private async Task<IActionResult> OnceMore(CancellationToken ct)
    {
        if (await Content(Form.Id, ct) is { } content)
        {
            (Form, Theirs) = Form.Over(content);
            Faults = [.. Faults, .. Theirs.Keys.Select(code => AlertRefusals.TextWasChanged.At($"texts.{code}")).Except(Faults)];
        }
        return await Show(ct);
    }

    private async Task<IActionResult> Show(CancellationToken ct)
    {
        if (Stage != AlertStage.Unwritten) States = await states.Now(Form.Id, ct);
        foreach (var reviewer in States.Select(text => text.Standing?.ReviewerId).OfType<Guid>().Distinct())
            reviewers[reviewer] = await names.Of(reviewer.ToString());
        return Page();
    }
}
