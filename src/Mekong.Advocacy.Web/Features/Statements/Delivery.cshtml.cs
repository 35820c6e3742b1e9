using MediatR;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mekong.Advocacy.Web.Features.Statements;

/// <summary>What each office was handed, how, and what it answered. What failed stays failed.</summary>
public sealed class DeliveryModel(
    IMediator mediator, IStringLocalizer<Words> words, StatementReads reads, Decider decider, IEventStore store, AddresseeContacts contacts, IPagePrinter printer, ITables tables,
    TimeProvider clock)
    : WorkspacePage(mediator, words)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public Guid NewId => Guid.CreateVersion7(clock.GetUtcNow());

    public StatementRow Row { get; private set; } = null!;

    public Statement Statement { get; private set; } = Statement.Fold.Initial;

    /// <summary>Objections that must be settled before a package can be made.</summary>
    public int Held { get; private set; }

    public IReadOnlyList<TransmissionRecorded> Transmissions { get; private set; } = [];

    public IReadOnlyList<ReplyReceived> Replies { get; private set; } = [];

    public bool HasPrinter => printer.IsThere;

    /// <summary>What was typed as an office's address, when it was refused.</summary>
    public (string Addressee, string? Contact) Typed { get; private set; }

    public Dictionary<string, string> Contacts { get; } = [];

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostMakeAsync() => Do(new MakePackages(Id));

    public async Task<IActionResult> OnPostRecordAsync(string addressee, Guid transmission, TransmissionChannel channel, string? reply, bool arrived, IFormFile? scan, CancellationToken ct)
    {
        var (statement, _) = await decider.Load(Statement.Fold, Id, ct);
        if (statement.Packages.FindLast(made => made.Addressee == addressee) is not { } package) return NotFound();
        Guid? evidence = null;
        if (scan is not null)
        {
            using var bytes = new MemoryStream();
            await scan.CopyToAsync(bytes, ct);
            evidence = NewId;
            Faults = (await Mediator.Send(new KeepEvidence(evidence.Value, bytes.ToArray()), ct)).Refusals;
            if (Faults.Count > 0) return await Show();
        }
        return await Do(new RecordTransmission(Id, transmission, addressee, channel, package.PackageId, package.Hash, arrived, reply ?? "", evidence));
    }

    public Task<IActionResult> OnPostMailAsync(string addressee, Guid transmission, string? contact)
    {
        Typed = (addressee, contact);
        return Do(new RequestPackageMail(Id, transmission, addressee, contact ?? ""));
    }

    public PackageMailRequested? UnderWayTo(string addressee) => Statement.MailsUnderWay.Values.FirstOrDefault(mail => mail.Addressee == addressee);

    public Task<IActionResult> OnPostReplyAsync(string addressee, Guid reply, string? summary) => Do(new RecordReply(Id, reply, addressee, summary ?? "", null));

    public Task<IActionResult> OnPostOutcomeAsync(string? summary) => Do(new RecordOutcome(Id, summary ?? ""));

    private Task<IActionResult> Do(Kernel.ICommand command) => Send(command, $"/workspace/statements/{Id}/delivery", Show);

    private async Task<IActionResult> Show()
    {
        var ct = HttpContext.RequestAborted;
        if (await reads.Row(Id, ct) is not { ClosedAt: not null } row) return NotFound();
        (Row, Held) = (row, (await tables.Query<int>("select count(*)::int from advocacy.sign_ons where statement_id = @Id and stage = 'Held'", new { Id }, ct))[0]);
        var past = await store.Read(Decider.Stream(Statement.Fold, Id), ct);
        Statement = Statement.Fold.Over(past.Select(recorded => (StatementEvent)recorded.Event));
        (Transmissions, Replies) = ([.. past.Select(recorded => recorded.Event).OfType<TransmissionRecorded>()], [.. past.Select(recorded => recorded.Event).OfType<ReplyReceived>()]);
        if (!Actor.IsOfTheSecretariat) return Page();
        foreach (var to in Statement.Content!.Addressees)
            if (await contacts.Of(Id, to.Key, ct) is { } contact) Contacts[to.Key] = contact;
        return Page();
    }
}
