using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.TestSends;

/// <summary>The latest trial message to one reviewer in one language through one channel.</summary>
/// <param name="Exact">Of exactly the content the alert has now.</param>
/// <param name="Arrived">Null while it is under way.</param>
public sealed record Trial(Guid Reviewer, string Language, string Channel, DateTimeOffset At, bool Exact, bool? Arrived, string Reply);

/// <summary>Reads an alert's trials from its own past: there are few, and they need no table.</summary>
public sealed class TrialReads(IEventStore store)
{
    public async Task<(Alert Alert, IReadOnlyList<Trial> Trials)> Of(Guid alertId, CancellationToken ct)
    {
        var past = await store.Read(Decider.Stream(Alert.Fold, alertId), ct);
        var alert = Alert.Fold.Over(past.Select(recorded => (AlertEvent)recorded.Event));
        return (alert, Latest(alert, past));
    }

    /// <summary>In the order of the languages.</summary>
    internal static IReadOnlyList<Trial> Latest(Alert alert, IReadOnlyList<Recorded> past)
    {
        var latest = new Dictionary<(Guid, string, string), (Guid TestId, Trial Trial)>();
        foreach (var happened in past)
        {
            if (happened.Event is AlertTestRequested asked)
            {
                foreach (var reviewer in asked.Reviewers)
                    foreach (var language in asked.Languages)
                        foreach (var channel in asked.Channels.Where(channel => alert.Says(language, channel)))
                            latest[(reviewer, language, channel)] = (asked.TestId, new Trial(reviewer, language, channel, happened.At, Exact: false, Arrived: null, ""));
            }
            if (happened.Event is AlertTestSent sent && latest.TryGetValue((sent.Reviewer, sent.Language, sent.Channel), out var was) && was.TestId == sent.TestId)
            {
                latest[(sent.Reviewer, sent.Language, sent.Channel)] = (sent.TestId, was.Trial with
                {
                    At = happened.At,
                    Exact = sent.ContentHash == alert.Content?.Hash,
                    Arrived = sent.Arrived,
                    Reply = sent.Reply,
                });
            }
        }
        return [.. Language.All.SelectMany(language => latest.Values.Select(entry => entry.Trial).Where(trial => trial.Language == language).OrderBy(trial => trial.Reviewer))];
    }
}
