using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Identity;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>Somebody asked for approval, gave it, sent the alert back, or released it alone.</summary>
/// <param name="What">The event's name, a key of the words in every language.</param>
/// <param name="Content">What the alert said at that moment.</param>
/// <param name="Decides">False for a request, which judges nothing.</param>
public sealed record Judgement(DateTimeOffset At, string Who, string What, string? Reason, AlertContent Content, bool Decides);

/// <summary>An alert's whole past as a second reader needs it, straight from the log.</summary>
public sealed record Dossier(Alert Alert, IReadOnlyList<Judgement> Judgements)
{
    /// <summary>What was judged last, whichever way; null: nobody has judged it yet.</summary>
    public Judgement? Last => Judgements.LastOrDefault(judgement => judgement.Decides);

    /// <summary>Why one person once let it leave alone; the mark stays whatever happened since.</summary>
    public string? Emergency => Judgements.LastOrDefault(judgement => judgement.What == nameof(AlertReleasedInEmergency))?.Reason;
}

/// <summary>Reads alerts' pasts and the accounts in them.</summary>
public sealed class Dossiers(IEventStore store, UserManager<Account> accounts, AccountNames names)
{
    /// <summary>Null when there is no such alert.</summary>
    public async Task<Dossier?> Of(Guid alertId, CancellationToken ct)
    {
        var (alert, judgements) = (Alert.Fold.Initial, new List<Judgement>());
        foreach (var happened in await store.Read(Decider.Stream(Alert.Fold, alertId), ct))
        {
            alert = Alert.Fold.Evolve(alert, (AlertEvent)happened.Event);
            if (happened.Event is not (AlertApprovalRequested or AlertApproved or AlertSentBack or AlertReleasedInEmergency)) continue;
            judgements.Add(new Judgement(
                happened.At, await names.Of(happened.Metadata.Actor), happened.Event.GetType().Name, ReasonIn(happened.Event), alert.Content!,
                Decides: happened.Event is not AlertApprovalRequested));
        }
        return alert.Content is null ? null : new Dossier(alert, judgements);
    }

    /// <summary>Whoever may approve this alert: an approver or an administrator who wrote no part of it.</summary>
    public async Task<IReadOnlyList<string>> WhoMayApprove(Alert alert)
    {
        var able = (await accounts.GetUsersInRoleAsync(Role.Approver)).Concat(await accounts.GetUsersInRoleAsync(Role.Admin));
        return [.. able.Where(account => !alert.Authors.Contains(account.Id)).Select(account => account.Email ?? "").Distinct().Order(StringComparer.Ordinal)];
    }

    private static string? ReasonIn(object happened) => happened switch
    {
        AlertSentBack e => e.Reason,
        AlertReleasedInEmergency e => e.Reason,
        _ => null,
    };
}
