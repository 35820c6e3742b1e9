using MediatR;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>After the opening: a translation that came late, or a new version that everybody is asked to sign.</summary>
public sealed class TextsModel(IMediator mediator, IStringLocalizer<Words> words, Decider decider) : WorkspacePage(mediator, words)
{
    private Statement statement = Statement.Fold.Initial;

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public string Name => statement.Content!.Name;

    public SilenceRule Silence => statement.Content!.Silence;

    public bool MayRevise => statement.Stage is StatementStage.Open or StatementStage.Suspended;

    public StatementText Courtesy { get; private set; } = new("", TextRole.Courtesy, "", "");

    public IReadOnlyList<StatementText> Revised { get; private set; } = [];

    public IEnumerable<string> CourtesyLanguages => Language.All.Where(code => !statement.Texts.Exists(text => text.Text.Language == code && text.Text.Role == TextRole.Authentic));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await Load(ct)) return NotFound();
        Revised = [.. statement.Texts.Select(text => text.Text)];
        return Page();
    }

    public async Task<IActionResult> OnPostCourtesyAsync(string? language, string? title, string? body, CancellationToken ct)
    {
        if (!await Load(ct)) return NotFound();
        (Courtesy, Revised) = (new StatementText(language ?? "", TextRole.Courtesy, title ?? "", body ?? ""), [.. statement.Texts.Select(text => text.Text)]);
        return await Send(new AddCourtesyText(Id, Courtesy), $"/workspace/statements/{Id}", Again);
    }

    public async Task<IActionResult> OnPostReviseAsync(CancellationToken ct)
    {
        if (!await Load(ct)) return NotFound();
        Revised = [.. statement.Texts.Select(text => text.Text with { Title = Of("title", text.Text), Body = Of("body", text.Text) })];
        return await Send(new ProposeRevision(Id, Revised), $"/workspace/statements/{Id}", Again);
    }

    private string Of(string field, StatementText text) => Request.Form[$"{field}.{text.Language}"].ToString();

    private Task<IActionResult> Again() => Task.FromResult<IActionResult>(Page());

    private async Task<bool> Load(CancellationToken ct)
    {
        (statement, _) = await decider.Load(Statement.Fold, Id, ct);
        return statement.Stage >= StatementStage.Open;
    }
}
