using System.Diagnostics;

namespace Mekong.Advocacy.Domain.Alerts;

/// <summary>What each event means for the alert's state. It never refuses.</summary>
public sealed partial record Alert
{
    private static Alert Evolve(Alert was, AlertEvent happened) => happened switch
    {
        AlertDrafted e => was with { Stage = AlertStage.Draft, Content = e.Content, Authors = was.Authors.Add(e.AuthorId) },
        AlertEdited e => Edited(was, e),
        AlertApprovalRequested => was with { Stage = AlertStage.AwaitingApproval },
        AlertApproved => was with { Stage = AlertStage.Approved },
        AlertSentBack => was with { Stage = AlertStage.Draft, At = null },
        AlertReleasedInEmergency => was with { Stage = AlertStage.Approved },
        AlertScheduled e => was with { Stage = AlertStage.Scheduled, At = e.At },
        AlertSendingStarted => was with { Stage = AlertStage.Sending, Begun = true },
        AlertPaused => was with { Stage = AlertStage.Paused },
        AlertResumed => was with { Stage = AlertStage.Sending },
        AlertCancelled => was with { Stage = AlertStage.Cancelled },
        AlertFinished => was with { Stage = AlertStage.Finished },
        AlertArchived => was with { Archived = true },
        AlertUnarchived => was with { Archived = false },
        AlertTextReviewed => was,
        AlertTestRequested e => was with { Tests = was.Tests.Add(e) },
        AlertTestSent e => was with { Tests = was.Tests.Add(e) },
        _ => throw new UnreachableException($"Alert gives {happened.GetType().Name} no meaning."),
    };

    /// <summary>An edit of anything the approval binds voids it and takes the alert off the schedule; a new name does not.</summary>
    private static Alert Edited(Alert was, AlertEdited happened)
    {
        var edited = was with { Content = happened.Content, Authors = was.Authors.Add(happened.AuthorId) };
        return happened.Content.Hash == was.Content?.Hash ? edited : edited with { Stage = AlertStage.Draft, At = null };
    }
}
