using System.Net.Mail;
using System.Text;
using MediatR;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.TestSends;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Preview;

/// <summary>The messages as they would arrive: any language, any reader, light or dark, on a phone or a desk.</summary>
public sealed class PreviewModel(
    IMediator mediator, IStringLocalizer<Words> words, Decider decider, AlertTexts texts, PreviewReaders readers, AdvocacySettings settings) : WorkspacePage(mediator, words)
{
    /// <summary>The HTML part by itself, shut in: no script, nothing loaded.</summary>
    private const string ShutIn = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>Not "lang": that is the visitor's own language.</summary>
    [BindProperty(SupportsGet = true)] public PreviewChoice Choice { get; set; } = new();

    public AlertContent Draft { get; private set; } = null!;

    public IReadOnlyList<string> Written => [.. Language.All.Where(Draft.Texts.ContainsKey)];

    public AlertMessage? Message { get; private set; }

    public Personal Reader { get; private set; } = null!;

    /// <summary>False when a real reader was asked for and this language has none.</summary>
    public bool FoundSomebody { get; private set; } = true;

    public bool HasMail => Draft.Texts[Choice.Language!].Serves(Channel.Email);

    public string Sms => Draft.Texts[Choice.Language!].Serves(Channel.Sms) ? Message!.SmsFor(Reader) : "";

    public SmsCount SmsCount => SmsSegments.Count(Sms);

    public string Html => Themes.In(Choice.Theme, Message!.HtmlFor(Reader));

    public int Bytes => Encoding.UTF8.GetByteCount(Message!.HtmlFor(Reader));

    public MailAddress From { get; } = new(settings.Email.From);

    public Task<IActionResult> OnGetAsync() => Show(Page);

    public Task<IActionResult> OnGetHtmlAsync() => Show(() =>
    {
        Response.Headers.ContentSecurityPolicy = ShutIn;
        Response.Headers.CacheControl = "no-store";
        return Message is null ? NotFound() : Content(Html, "text/html", Encoding.UTF8);
    });

    public Task<IActionResult> OnPostTestAsync(Guid testId, Guid[] reviewers, string[] languages, string[] channels, string? back) =>
        Send(new SendTest(Id, testId, reviewers, languages, channels), (Url.IsLocalUrl(back) ? back! : $"/workspace/alerts/{Id}/preview") + "#trials", () => Show(Page));

    private async Task<IActionResult> Show(Func<IActionResult> show)
    {
        if (!Actor.May([Role.Coordinator, Role.Approver])) return Forbid();
        var ct = HttpContext.RequestAborted;
        var (alert, _) = await decider.Load(Alert.Fold, Id, ct);
        if (alert.Content is null) return NotFound();
        Draft = alert.Content;
        Choice = Choice.Among(Written);
        if (Choice.Language is { } language)
        {
            Message = await texts.Of(Draft.Texts[language], language, ct);
            Reader = await Somebody(language, ct);
        }
        return show();
    }

    private async Task<Personal> Somebody(string language, CancellationToken ct)
    {
        if (Choice.As == PreviewChoice.Worst) return await readers.Worst(language, ct);
        if (Choice.As != PreviewChoice.Real) return readers.Nobody(language);
        var person = await readers.Anybody(Draft, language, Choice.Person, ct) ?? await readers.Anybody(Draft, language, null, ct);
        Choice = Choice with { Person = person?.PersonId };
        FoundSomebody = person is not null;
        return person is null ? readers.Nobody(language) : readers.Masked(person, language);
    }
}
