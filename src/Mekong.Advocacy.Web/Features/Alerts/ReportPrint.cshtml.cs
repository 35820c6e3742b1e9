using System.Globalization;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Alerts.Reporting;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>A report on paper for funders: figures only, the small ones hidden whoever prints it.</summary>
public sealed class ReportPrintModel(ITables tables, Decider decider, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public AlertRow Alert { get; private set; } = null!;

    public ReportFigures Figures { get; private set; } = null!;

    public DateTimeOffset Made { get; } = clock.GetUtcNow();

    /// <summary>The subject that readers saw; the alert's own name is the office's.</summary>
    public string Title { get; private set; } = "";

    public string TitleLanguage { get; private set; } = Language.English;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Find(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct) =>
        await Find(ct) ? File(ReportCsv.Of(Figures), ReportCsv.Type, $"report-{Id:N}.csv") : NotFound();

    private async Task<bool> Find(CancellationToken ct)
    {
        var rows = await tables.Query<AlertRow>("select * from advocacy.alerts where id = @Id", new { Id }, ct);
        if (rows.Count == 0) return false;
        Alert = rows[0];
        Figures = ReportFigures.Of(await ReportCount.Of(tables, Id, ct), hide: true);
        var content = (await decider.Load(Domain.Alerts.Alert.Fold, Id, ct)).State.Content!;
        (TitleLanguage, Title) = Subject(content, CultureInfo.CurrentUICulture.Name);
        return true;
    }

    private static (string Language, string Subject) Subject(AlertContent content, string reader)
    {
        var language = new[] { reader, content.Source, Language.English }.Concat(Language.All)
            .FirstOrDefault(code => content.Texts.TryGetValue(code, out var text) && text.Subject.Length > 0);
        return language is null ? (Language.English, "") : (language, content.Texts[language].Subject);
    }
}
