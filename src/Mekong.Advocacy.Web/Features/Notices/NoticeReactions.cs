using System.Text.Json;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Features.Alerts;
using Mekong.Advocacy.Web.Kernel;

namespace Mekong.Advocacy.Web.Features.Notices;

/// <summary>What people of the office must hear of, wherever they are. One job per event finds out whom it concerns.</summary>
internal sealed class NoticeReactions : IReaction
{
    public IEnumerable<Job> React(Recorded happened)
    {
        string? kind = happened.Event switch
        {
            AlertReleasedInEmergency => NoticeKind.EmergencyRelease,
            AlertSentBack => NoticeKind.SentBack,
            AlertPaused { Reason: PauseReason.OurFault or PauseReason.TooManyErrors } => NoticeKind.PausedByPlatform,
            AlertApprovalRequested => NoticeKind.ApprovalRequested,
            _ => null,
        };
        if (kind is null) yield break;
        var command = new TellAccounts(kind, Guid.Parse(happened.Stream[AlertRows.Prefix.Length..]), happened.Version);
        yield return new Job($"notice/{kind}/{command.AlertId}/{command.Version}", CommandNames.TellAccounts, JsonSerializer.Serialize(command), happened.At);
    }
}
