using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Accounts;
using Mekong.Advocacy.Web.Features.Deliveries;

namespace Mekong.Advocacy.Web.Features.Alerts;

/// <summary>One reason for which messages failed.</summary>
public sealed record FailedFor(string? Reason, long Count);

/// <summary>Everything the moving part of an alert's page shows.</summary>
/// <param name="Open">False for observers: they see how far it is and no number that could be a person.</param>
/// <param name="Paused">Since when and by whom.</param>
/// <param name="Reasons">After a pause for too many errors: the three most frequent.</param>
public sealed record ProgressView(AlertRow Alert, Progress Progress, bool Open, Phrase? Paused, IReadOnlyList<FailedFor> Reasons)
{
    public bool Moves => Alert.Stage == AlertStage.Sending;

    /// <summary>Somebody may resume it any time; asking now and then is enough.</summary>
    public string? AskAgain => Alert.Stage switch { AlertStage.Sending => "every 2s", AlertStage.Paused => "every 5s", _ => null };
}

/// <summary>Reads an alert's progress: one aggregate over the ledger, and after a pause who paused it and why.</summary>
public sealed class ProgressReads(ITables tables, AccountNames names, TimeProvider clock)
{
    private sealed record PausedRow(DateTimeOffset At, string Actor);

    public async Task<ProgressView> Of(AlertRow alert, bool open, CancellationToken ct)
    {
        var (now, since) = (clock.GetUtcNow(), alert.SendingSince ?? alert.At ?? alert.DraftedAt);
        var progress = Progress.Of(await ProgressCounts.Of(tables, alert.Id, since, now, ct), since, now, alert.Stage == AlertStage.Sending);
        if (alert.Stage != AlertStage.Paused || !open) return new(alert, progress, open, null, []);
        IReadOnlyList<FailedFor> reasons = alert.PauseReason != PauseReason.TooManyErrors ? [] : await tables.Query<FailedFor>("""
            select reason, count(*) as count from advocacy.deliveries where alert_id = @Id and reason is not null and state = 'failed' and settled_at >= @since
            group by reason order by count(*) desc, reason limit 3
            """, new { alert.Id, since }, ct);
        return new(alert, progress, open, await Paused(alert, now, ct), reasons);
    }

    /// <summary>The history follows the log by a moment; until then the row says since when.</summary>
    private async Task<Phrase> Paused(AlertRow alert, DateTimeOffset now, CancellationToken ct)
    {
        var row = (await tables.Query<PausedRow>(
            "select at, actor from advocacy.alert_history where alert_id = @Id and what = 'AlertPaused' order by position desc limit 1", new { alert.Id }, ct)).SingleOrDefault();
        var hour = CountryClock.Hour(row?.At ?? alert.ChangedAt, now, CountryClock.Office);
        return alert.PauseReason switch
        {
            PauseReason.OurFault => new("progress.paused-our-fault", hour),
            PauseReason.TooManyErrors => new("progress.paused-errors", hour),
            _ when row is null => new("progress.paused", hour),
            _ => new("progress.paused-by", hour, await names.Of(row.Actor)),
        };
    }
}
