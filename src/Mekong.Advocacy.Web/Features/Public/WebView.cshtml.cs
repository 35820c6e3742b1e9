using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Public;

/// <summary>What corrected or withdrew an alert, and the reader's own copy of it where there is one.</summary>
public sealed record WebFollowUp(RelationKind Kind, Guid AlertId, long? DeliveryId);

/// <summary>
/// A sent message as a page, in the language it was sent in. It names no reader and acts for none, so that its address can be passed on:
/// whoever opens it can read, and nothing else.
/// </summary>
[AllowAnonymous]
public sealed class WebViewModel(Links links, ITables tables, Decider decider, AlertTexts texts) : PageModel
{
    private sealed record Sent(Guid AlertId, Guid ContactPointId, string? Language);

    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string? Language { get; set; }

    public IReadOnlyList<string> Others { get; private set; } = [];

    public Script Script => Script.Of(Language!);

    public IReadOnlyList<(WebFollowUp FollowUp, string Subject)> FollowUps { get; private set; } = [];

    /// <summary>The mail's document up to and with its opening body tag, and from there to its end.</summary>
    public (string Head, string Body) Document { get; private set; }

    public string Word(string key) => WordsIn.Of(Language!, key);

    public string LinkTo(WebFollowUp followUp) => links.WebViewOf(followUp.DeliveryId!.Value).PathAndQuery;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (links.Read(Links.WebView, Token) is not { } id || await Find(id, ct) is not { } sent) return NotFound();
        var content = (await decider.Load(Alert.Fold, sent.AlertId, ct)).State.Content!;
        var written = Domain.Languages.Language.All.Where(content.Texts.ContainsKey).ToList();
        if (Language is not null && !written.Contains(Language)) return NotFound();
        Language ??= written.Contains(sent.Language ?? "") ? sent.Language! : written[0];
        Others = [.. written.Where(code => code != Language)];
        FollowUps = await FollowUpsOf(sent, ct);
        Response.Headers.ContentSecurityPolicy = Policy;
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Document = Cut((await texts.Web(sent.AlertId, Readable(content.Texts[Language]), Language, ct)).HtmlFor(Neutral.Reader(Language, "", links.WebViewOf(id).AbsoluteUri)));
        return Page();
    }

    private async Task<Sent?> Find(long id, CancellationToken ct) => (await tables.Query<Sent>(
        "select alert_id, contact_point_id, language from advocacy.deliveries where id = @id", new { id }, ct)).SingleOrDefault();

    /// <summary>Where there is only a text for phones, that is the page.</summary>
    private AlertText Readable(AlertText text) => text.Serves(Channel.Email) ? text : new(Word("web.title"), text.Sms.Replace("\n", "  \n", StringComparison.Ordinal), "");

    private async Task<List<(WebFollowUp, string)>> FollowUpsOf(Sent sent, CancellationToken ct)
    {
        var found = await tables.Query<WebFollowUp>("""
            select a.relation_kind as kind, a.id as alert_id, d.id as delivery_id from advocacy.alerts a
            left join advocacy.deliveries d on d.alert_id = a.id and d.contact_point_id = @ContactPointId
            where a.relation_alert_id = @AlertId and a.relation_kind in ('Update', 'Cancellation') and a.sending_since is not null
            order by a.sending_since desc
            """, sent, ct);
        var named = new List<(WebFollowUp, string)>();
        foreach (var followUp in found)
        {
            var content = (await decider.Load(Alert.Fold, followUp.AlertId, ct)).State.Content!;
            var text = content.Texts.GetValueOrDefault(Language!) ?? content.Texts.Values.First();
            named.Add((followUp, (await texts.Web(followUp.AlertId, Readable(text), Language!, ct)).SubjectFor(Neutral.Reader(Language!, "", ""))));
        }
        return named;
    }

    private static (string, string) Cut(string html)
    {
        var body = html.IndexOf('>', html.IndexOf("<body", StringComparison.OrdinalIgnoreCase)) + 1;
        var end = html.LastIndexOf("</body>", StringComparison.OrdinalIgnoreCase);
        return (html[..body].Replace("</head>", "<meta name=\"robots\" content=\"noindex, nofollow\">\n<link rel=\"icon\" href=\"data:,\">\n</head>", StringComparison.OrdinalIgnoreCase), html[body..end]);
    }
}
