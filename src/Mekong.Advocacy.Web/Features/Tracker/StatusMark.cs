using Mekong.Advocacy.Domain.Dialogues;

namespace Mekong.Advocacy.Web.Features.Tracker;

/// <summary>How a status looks: a colour and a shape beside its word.</summary>
public sealed record StatusMark(string Kind, string Shape)
{
    public static StatusMark Of(CommitmentStatus status) => status switch
    {
        CommitmentStatus.Kept => new("good", "●"),
        CommitmentStatus.PartlyKept => new("good", "◐"),
        CommitmentStatus.Broken => new("danger", "✕"),
        CommitmentStatus.Overdue => new("warning", "▲"),
        CommitmentStatus.Contested => new("warning", "◇"),
        CommitmentStatus.InProgress => new("quiet", "◔"),
        CommitmentStatus.Lapsed => new("quiet", "–"),
        _ => new("quiet", "○"),
    };

    public static string Word(CommitmentStatus status) => $"tracker.status.{status}";
}
