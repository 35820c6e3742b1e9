using MediatR;
using Mekong.Advocacy.Web.Features.Alerts.Reporting;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Which organisation has answered which statement: a table on a desk, a list for each statement on a phone.</summary>
public sealed class MatrixModel(IMediator mediator, IStringLocalizer<Words> words, MatrixReads reads, TimeProvider clock) : WorkspacePage(mediator, words)
{
    [BindProperty(SupportsGet = true)] public Guid? Statement { get; set; }

    [BindProperty(SupportsGet = true)] public string? Country { get; set; }

    [BindProperty(SupportsGet = true)] public MatrixAnswer? Answer { get; set; }

    public Matrix Matrix { get; private set; } = new([], [], []);

    /// <summary>All there are to choose from.</summary>
    public IReadOnlyList<StatementRow> Choices { get; private set; } = [];

    /// <summary>With a filter by answer: those that gave it to one of the statements at least.</summary>
    public IEnumerable<OrganisationRow> Organisations => Matrix.Organisations.Where(organisation =>
        Answer is null || Matrix.Statements.Any(statement => Matrix.Cell(statement, organisation).Answer == Answer));

    public IEnumerable<(OrganisationRow Organisation, MatrixCell Cell)> Of(StatementRow statement) => Matrix.Organisations
        .Select(organisation => (organisation, Cell: Matrix.Cell(statement, organisation))).Where(pair => Answer is null || pair.Cell.Answer == Answer);

    public int Count(StatementRow statement, MatrixAnswer answer) => Matrix.Organisations.Count(organisation => Matrix.Cell(statement, organisation).Answer == answer);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await Read(ct);
        Choices = Statement is null ? Matrix.Statements : (await reads.Read(null, null, clock.GetUtcNow(), ct)).Statements;
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await Read(ct);
        var lines = Matrix.Statements.SelectMany(statement => Of(statement).Select(pair => (object?[])[
            statement.Number, statement.Name, OrganisationReads.Name(pair.Organisation, "en").Name, pair.Organisation.Acronym, pair.Organisation.Country,
            Word(pair.Cell.Answer), pair.Cell.At, pair.Cell.Channel is { } channel ? Word(channel) : null]));
        return File(ReportCsv.Of([["number", "statement", "organisation", "acronym", "country", "answer", "at", "channel"], .. lines]), ReportCsv.Type, "statements-matrix.csv");
    }

    private static string Word(Enum value) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private async Task Read(CancellationToken ct) =>
        Matrix = await reads.Read(Statement, string.IsNullOrEmpty(Country) ? null : Country, clock.GetUtcNow(), ct);
}
