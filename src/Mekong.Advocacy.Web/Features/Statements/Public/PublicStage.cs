using Mekong.Advocacy.Domain.Statements;

namespace Mekong.Advocacy.Web.Features.Statements.Public;

/// <summary>Where a statement stands for the public, by the clock and not by the job that follows it: colour, word and shape.</summary>
/// <param name="Word">Key of the word.</param>
public sealed record PublicStage(string Word, string Shape, string Kind)
{
    public static PublicStage Of(StatementRow row, DateTimeOffset now) => row.Stage switch
    {
        StatementStage.Open when row.IsClosingSoonAt(now) => new("public.stage.closing", "▷", "warning"),
        StatementStage.Open when row.IsOpenAt(now) => new("public.stage.open", "▶", "good"),
        StatementStage.Suspended when now < row.ClosesAt => new("public.stage.suspended", "‖", "warning"),
        StatementStage.Delivered => new("public.stage.delivered", "●", "good"),
        StatementStage.Answered => new("public.stage.answered", "●", "good"),
        StatementStage.Superseded => new("public.stage.superseded", "✕", "danger"),
        StatementStage.Archived => new("public.stage.archived", "□", "quiet"),
        _ => new("public.stage.closed", "■", "quiet"),
    };
}
