using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Deliveries;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Demo;

/// <summary>
/// The demonstration's statements, drafts that may be frozen right away. Each file is the body of POST /api/v1/statements, but for one thing: it
/// closes so many days after it was loaded ("closesInDays") at an hour of its zone ("closesAt": "18:00").
/// </summary>
internal sealed class DemoStatements(Decider decider, ITables tables, AddresseeContacts contacts, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async Task Load(string file, Guid author, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var json = Dated(JsonNode.Parse(await File.ReadAllTextAsync(file, ct))!.AsObject(), now).Deserialize<StatementJson>(Options)!;
        var (content, faults) = json.Read(now);
        if (faults.Count > 0) throw new StartupException($"{Path.GetFileName(file)} is faulty: {faults[0].Code} {faults[0].Detail}");
        var (id, number) = (Guid.CreateVersion7(now), await tables.Query<int>("select nextval('advocacy.statement_numbers')::int", null, ct));
        var answer = await decider.Decide(Statement.Fold, id, statement => statement.Draft(author, number[0], content), ct);
        if (answer.Refused) throw new StartupException($"{Path.GetFileName(file)} is faulty: {answer.Refusals[0].Code} {answer.Refusals[0].Detail}");
        await contacts.Keep(id, json.Addressees, ct);
    }

    private static JsonObject Dated(JsonObject statement, DateTimeOffset now)
    {
        var day = CountryClock.In(now, statement["zone"]!.GetValue<string>()).Date.PlusDays(statement["closesInDays"]!.GetValue<int>());
        statement["closesAt"] = string.Create(CultureInfo.InvariantCulture, $"{day:uuuu'-'MM'-'dd}T{statement["closesAt"]}");
        return statement;
    }
}
