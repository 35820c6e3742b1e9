using System.Text;
using System.Text.Json;
using MediatR;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Features.FollowUps;
using Mekong.Advocacy.Web.Features.Forecast;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Features.Subscribers;
using Mekong.Advocacy.Web.Hosting;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Demo;

/// <summary>A migrants' network in six countries, invented: sixteen organisations, 240 people, three alerts that wait for approval, a statement to freeze, and a dialogue with what was promised there and who follows it up.</summary>
public sealed class DemoNetwork(IServiceProvider services, AdvocacySettings settings, ITables tables, TimeProvider clock)
{
    public const string Coordinator = "coordinator@example.org", Approver = "approver@example.org";

    /// <summary>Speaks for one of its members.</summary>
    public const string Member = "homeward-cambodia@example.org";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "demo");

    /// <summary>True when it was loaded now; false when this database has subscribers or alerts already.</summary>
    public async Task<bool> LoadOnce(CancellationToken ct)
    {
        var busy = await tables.Query<bool>("select exists (select from advocacy.subscribers) or exists (select from advocacy.alerts)", null, ct);
        if (busy[0]) return false;
        var desk = services.GetRequiredService<AccountDesk>();
        var author = (await desk.Ensure(Coordinator, Role.Coordinator)).Id;
        var approver = (await desk.Ensure(Approver, Role.Approver)).Id;
        var mediator = services.GetRequiredService<IMediator>();
        await mediator.Send(new ImportSubscribers(People(), DryRun: false), ct);
        var organisations = await new DemoOrganisations(mediator, clock, leavesForReal: IsReal).Load(Path.Combine(Folder, "organisations.json"), ct);
        var examples = SmsPriceFile.Read(Path.Combine(Folder, "sms-prices.json")).ToList();
        await services.GetRequiredService<Decider>().Decide(SmsPrices.Fold, SmsPrices.Id, prices => prices.Change(author, examples), ct);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "alerts"), "*.json").Order(StringComparer.Ordinal))
            await Draft(file, author, ct);
        var statements = new DemoStatements(services.GetRequiredService<Decider>(), tables, services.GetRequiredService<AddresseeContacts>(), clock);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "statements"), "*.json").Order(StringComparer.Ordinal))
            await statements.Load(file, author, ct);
        var dialogues = new DemoDialogues(mediator, services.GetRequiredService<Decider>(), services.GetRequiredService<DueDays>(), clock);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "dialogues"), "*.json").Order(StringComparer.Ordinal))
            await dialogues.Load(file, organisations, author, approver, ct);
        return true;
    }

    private bool IsReal => settings.Sms.Twilio is { AccountSid: not null, BaseUrl.IsLoopback: false };

    /// <summary>Invented numbers may be somebody's: where texts leave for real, the demonstration has none.</summary>
    private MemoryStream People()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "subscribers.csv"));
        return new MemoryStream(Encoding.UTF8.GetBytes(IsReal ? text.Replace("phone", "phone_left_out", StringComparison.Ordinal) : text));
    }

    private async Task Draft(string file, Guid author, CancellationToken ct)
    {
        var json = JsonSerializer.Deserialize<AlertJson>(await File.ReadAllTextAsync(file, ct), JsonSerializerOptions.Web)!;
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var decider = services.GetRequiredService<Decider>();
        await decider.Decide(Domain.Alerts.Alert.Fold, id, alert => alert.Draft(author, json.ToContent()), ct);
        await decider.Decide(Domain.Alerts.Alert.Fold, id, alert => alert.RequestApproval(author), ct);
    }
}
