using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>One language as the API tells it.</summary>
public sealed record FrozenTextJson(string Language, TextRole Role, string Title, string Body, int Version, string? Hash, Guid? ApprovedBy);

/// <summary>A statement as the API tells it.</summary>
public sealed record StatementStateJson(StatementRow Statement, IReadOnlyList<FrozenTextJson> Texts, IReadOnlyList<FrozenTextJson> Proposed, IReadOnlyList<Addressee> Addressees, IReadOnlyList<PackageMade> Packages,
    IReadOnlyList<TransmissionRecorded> Transmissions);

/// <summary>Looks statements up.</summary>
public sealed class StatementReads(ITables tables)
{
    public async Task<StatementRow?> Row(Guid id, CancellationToken ct) =>
        await tables.Query<StatementRow>("select * from advocacy.statements where id = @id", new { id }, ct) is [var row] ? row : null;

    public async Task<StatementRow?> ByNumber(int number, CancellationToken ct) =>
        await tables.Query<StatementRow>("select * from advocacy.statements where number = @number", new { number }, ct) is [var row] ? row : null;

    internal static async Task<IResult> List(ITables tables, CancellationToken ct, string? stage = null) => Results.Ok(await tables.Query<StatementRow>(
        "select * from advocacy.statements where @stage::text is null or stage = @stage order by drafted_at desc limit 200", new { stage }, ct));

    internal static async Task<IResult> One(Guid id, IEventStore store, StatementReads reads, IStringLocalizer<Words> words, CancellationToken ct)
    {
        if (await reads.Row(id, ct) is not { } row) return Problems.Of([StatementRefusals.NoSuchStatement], words);
        var past = (await store.Read(Decider.Stream(Statement.Fold, id), ct)).Select(recorded => (StatementEvent)recorded.Event).ToList();
        var statement = Statement.Fold.Over(past);
        var texts = statement.Texts.Count > 0 ? statement.Texts.Select(Json) : statement.Content!.InOrder.Select(text => Json(new FrozenText(text, 0, "")));
        return Results.Ok(new StatementStateJson(row, [.. texts], [.. statement.Proposed.Select(Json)], statement.Content!.Addressees, statement.Packages,
            [.. past.OfType<TransmissionRecorded>()]));
    }

    private static FrozenTextJson Json(FrozenText text) => new(
        text.Text.Language, text.Text.Role, text.Text.Title, text.Text.Body, text.Version, text.Hash.Length > 0 ? text.Hash : null, text.ApprovedBy);
}
