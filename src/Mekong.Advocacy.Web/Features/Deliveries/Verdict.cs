using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Deliveries;
using Mekong.Advocacy.Engines.Seams;

namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>What one hand-over means for the row. Pure: the same answer always means the same.</summary>
internal static class Verdict
{
    /// <summary>After so many answers that settle nothing the message is set aside (drill F22).</summary>
    public const int MostAttempts = 10;

    /// <summary>The provider could not be asked: that is no attempt, however often it happens.</summary>
    public const string NotSettled = "not-settled";

    private static readonly TimeSpan BeforeAsking = TimeSpan.FromSeconds(30);

    public static Note On(Claimed row, Handover answer, DateTimeOffset now, double chance)
    {
        var attempt = row.Attempts + 1;
        var again = now + Backoff.After(attempt, chance, answer.RetryAfter);
        var tooOld = row.CreatedAt + Backoff.GiveUpAfter(row.Channel) <= again;
        var exhausted = attempt >= MostAttempts;
        return answer.Fate switch
        {
            Fate.Accepted => Final(DeliveryState.Sent, null),
            Fate.Refused or Fate.BadAddress or Fate.RouteClosed => Final(DeliveryState.Failed, answer.Reason),
            Fate.OptedOut => Final(DeliveryState.Suppressed, "opted-out"),
            Fate.Deferred when tooOld => Final(DeliveryState.Expired, "too-old"),
            Fate.Deferred when exhausted && answer.Reason == "connection-lost" => Final(DeliveryState.Failed, answer.Reason),
            Fate.Deferred => Later(DeliveryState.Queued, again, counts: true),
            Fate.OurFault => Later(DeliveryState.Queued, now, counts: false),
            Fate.Unreachable => Later(DeliveryState.Queued, now, counts: false),
            // They may have it. An e-mail goes again under the same Message-ID; for a text the provider is asked first.
            Fate.Ambiguous when answer.Reason == NotSettled && !tooOld => Later(DeliveryState.Attempted, now + BeforeAsking, counts: false),
            Fate.Ambiguous when exhausted || tooOld => Final(DeliveryState.Sent, "unconfirmed"),
            Fate.Ambiguous => Later(DeliveryState.Attempted, row.Channel == Channel.Sms ? now + BeforeAsking : again, counts: true),
            _ => throw new InvalidOperationException($"No verdict on {answer.Fate}."),
        };

        Note Final(string state, string? reason) => new(row.Id, state, reason, answer.Reply, Counts: true, ProviderId: answer.ProviderId, Batch: row.Batch);
        Note Later(string state, DateTimeOffset due, bool counts) => new(row.Id, state, answer.Reason, answer.Reply, due, counts, Batch: row.Batch);
    }
}
