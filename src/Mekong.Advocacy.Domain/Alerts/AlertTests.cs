using System.Collections.Immutable;
using Mekong.Advocacy.Domain.Kernel;
using static Mekong.Advocacy.Domain.Alerts.AlertRefusals;

namespace Mekong.Advocacy.Domain.Alerts;

using Decision = Decision<AlertEvent>;

/// <summary>What decisions on trials need to remember: which were asked for, and which messages of them have an answer.</summary>
public sealed record AlertTests(ImmutableHashSet<Guid> Requested, ImmutableHashSet<string> Answered)
{
    public static readonly AlertTests None = new([], []);

    public AlertTests Add(AlertTestRequested happened) => this with { Requested = Requested.Add(happened.TestId) };

    public AlertTests Add(AlertTestSent happened) =>
        this with { Answered = Answered.Add(KeyOf(happened.TestId, happened.Reviewer, happened.Language, happened.Channel)) };

    public bool HasAnswer(Guid testId, Guid reviewer, string language, string channel) => Answered.Contains(KeyOf(testId, reviewer, language, channel));

    private static string KeyOf(Guid testId, Guid reviewer, string language, string channel) => $"{testId}/{reviewer}/{language}/{channel}";
}

/// <summary>Trials: at any time before the alert is over, to colleagues by name, and never counted among its deliveries.</summary>
public sealed partial record Alert
{
    public Decision RequestTest(AlertTestRequested test) => Stage switch
    {
        AlertStage.Unwritten => NoSuchAlert,
        AlertStage.Finished or AlertStage.Cancelled => AlreadyOver,
        _ when Tests.Requested.Contains(test.TestId) => Decision.Nothing,
        _ when test.Reviewers.Count == 0 => TestNeedsReviewer,
        _ when !test.Languages.Any(language => test.Channels.Any(channel => Says(language, channel))) => TestNeedsText,
        _ => test,
    };

    public Decision RecordTest(AlertTestSent test) => Stage switch
    {
        AlertStage.Unwritten => NoSuchAlert,
        _ when Tests.HasAnswer(test.TestId, test.Reviewer, test.Language, test.Channel) => Decision.Nothing,
        _ => test,
    };

    /// <summary>True when there is something to send in this language on this channel.</summary>
    public bool Says(string language, string channel) => Content?.Texts.TryGetValue(language, out var text) == true && text.Serves(channel);
}
