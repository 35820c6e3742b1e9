using System.Globalization;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using NodaTime;
using NodaTime.Extensions;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>What was typed and not saved: kept as one goes, offered when the page is opened again, dropped on request.</summary>
public sealed partial class WriteModel
{
    private readonly Dictionary<Guid, string> reviewers = [];

    public string Reviewer(Guid accountId) => reviewers.GetValueOrDefault(accountId, "");

    /// <summary>A form without its token may be a stranger's: nothing is done or kept, and whoever did type it sends it once more.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!HttpMethods.IsPost(Request.Method) || await antiforgery.IsRequestValidAsync(HttpContext))
        {
            await next();
            return;
        }
        (Form, Faults) = (Typed(), [KeptForms.PageWasOld]);
        context.Result = Request.Headers.ContainsKey("HX-Request")
            ? base.Content(Words.Sentence(KeptForms.PageWasOld), "text/plain; charset=utf-8")
            : await OnceMore(HttpContext.RequestAborted);
    }

    /// <summary>The form keeps itself: htmx posts it here while one types and shows the answer.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken ct)
    {
        Form = Typed();
        var at = await KeepTyped(ct);
        return base.Content(at is null ? "" : Words["kept.at", Hour(at.Value)], "text/plain; charset=utf-8");
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct)
    {
        await kept.Drop(Actor.AccountId!.Value, Here, ct);
        return Redirect(Here);
    }

    private async Task<DateTimeOffset?> KeepTyped(CancellationToken ct)
    {
        var here = await Content(Form.Id, ct) is null ? Here : PathOf(Form.Id); // one went back to the page of a new alert that is saved by now
        if (Form.Differs) return await kept.Keep(Actor.AccountId!.Value, here, Request.Form, ct);
        await kept.Drop(Actor.AccountId!.Value, here, ct);
        return null;
    }

    /// <summary>Shows the kept form instead of what is saved, unless saving it would change nothing.</summary>
    private async Task OfferKept(AlertContent? now, CancellationToken ct)
    {
        if (await kept.Find(Actor.AccountId!.Value, Here, ct) is not { } found) return;
        var typed = WriteForm.Read(Id, name => found.Fields.GetValueOrDefault(name));
        var theirs = Theirs;
        if (now is not null) (typed, theirs) = typed.Over(now);
        if (!typed.Differs) await kept.Drop(Actor.AccountId!.Value, Here, ct);
        else (Form, Theirs, KeptAt) = (typed.Id == Guid.Empty ? typed with { Id = Form.Id } : typed, theirs, found.At);
    }

    private static string Hour(DateTimeOffset at) =>
        at.ToInstant().InZone(DateTimeZoneProviders.Tzdb["Asia/Bangkok"]).ToString("HH:mm", CultureInfo.InvariantCulture);
}
