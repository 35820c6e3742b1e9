using System.Globalization;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Organisations;
using Mekong.Advocacy.Web.Features.Statements;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>
/// Sends what the ledger of mails to endorsers holds, a handful at a time: thanks can wait a minute, those who sign cannot. Each outcome is on disk
/// before the same lane sends its next mail; a copy after a crash has the same Message-ID.
/// </summary>
internal sealed class EndorserPost(
    EndorserMails mails, IEventStore store, FocalPoints officers, OrganisationReads organisations, StatementPost post, ILogger<EndorserPost> logger) : BackgroundService
{
    private const int AtOnce = 50, Lanes = 4;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(300), AfterError = TimeSpan.FromSeconds(5);

    /// <summary>What several mails of one handful share.</summary>
    private sealed record Shared(
        IReadOnlyDictionary<Guid, IReadOnlyList<Recorded>> Statements, IReadOnlyDictionary<Guid, FocalPoint> Officers, IReadOnlyDictionary<Guid, OrganisationRow> Organisations);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Between;
            try { await Once(stoppingToken); }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError("Mails to endorsers wait, the ledger cannot be read: {Reason}", e.Message);
                pause = AfterError;
            }
            await Task.Delay(pause, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    internal async Task Once(CancellationToken ct)
    {
        await mails.EnterThanks(ct);
        if (await mails.Take(AtOnce, ct) is not { Count: > 0 } due) return;
        var statements = new Dictionary<Guid, IReadOnlyList<Recorded>>();
        foreach (var id in due.Select(mail => mail.StatementId).Distinct()) statements[id] = await store.Read($"{StatementRows.Prefix}{id}", ct);
        var endorsers = due.Select(mail => mail.EndorserId).Distinct().ToList();
        var shared = new Shared(
            statements, (await officers.OfAny(endorsers, ct)).ToDictionary(officer => officer.Id), (await organisations.Some(endorsers, ct)).ToDictionary(row => row.Id));
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = ct }, async (mail, stop) => await One(mail, shared, stop));
    }

    private async Task One(EndorserMail mail, Shared shared, CancellationToken ct)
    {
        try
        {
            var officer = mail.OfficerId is { } id ? shared.Officers.GetValueOrDefault(id) : null;
            var why = mail.Stage is not (SignOnStage.Live or SignOnStage.Held) ? "withdrawn" : officer is not { IsActive: true, Email: not null } ? "gone" : null;
            if (why is null && !await Send(mail, officer!, shared, ct)) why = "refused";
            await mails.Settle(mail, why, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            logger.LogWarning("The mail {Kind} of sign-on {SignOn} waits after {Tries} tries: {Reason}", mail.Kind, mail.SignOnId, mail.Tries, e.Message);
            await mails.PutOff(mail, ct);
        }
    }

    private Task<bool> Send(EndorserMail mail, FocalPoint officer, Shared shared, CancellationToken ct)
    {
        var past = shared.Statements[mail.StatementId];
        var statement = Statement.Fold.Over(past.Select(recorded => (StatementEvent)recorded.Event));
        var letter = post.About(shared.Organisations.GetValueOrDefault(mail.EndorserId), mail.StatementId, statement, officer.Language) with
        {
            Code = mail.Code ?? "",
            Hash = mail.TextHash,
            At = Languages.Hour(mail.At, statement.Window!.Zone, officer.Language),
            Summary = past.FirstOrDefault(recorded => recorded.Version == mail.Event)?.Event switch { ReplyReceived e => e.Summary, OutcomeRecorded e => e.Summary, _ => "" },
        };
        var name = string.Create(CultureInfo.InvariantCulture, $"endorser.{mail.Kind}.{mail.SignOnId:N}.{mail.Mark}");
        return post.Send(mail.Kind, name, letter, officer.Language, officer.Email!, mail.At, ct);
    }
}
