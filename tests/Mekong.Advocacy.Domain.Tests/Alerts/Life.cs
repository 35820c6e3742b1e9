using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Languages;

namespace Mekong.Advocacy.Domain.Tests.Alerts;

/// <summary>One alert's life up to each stage, and the people in it: Sokha writes, Malee edits, Khin approves.</summary>
internal static class Life
{
    public static readonly Guid Sokha = new("50c4a000-0000-0000-0000-000000000001");
    public static readonly Guid Malee = new("3a1ee000-0000-0000-0000-000000000002");
    public static readonly Guid Khin = new("c41b0000-0000-0000-0000-000000000003");

    public static readonly DateTimeOffset Now = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Eight = new(2026, 12, 1, 8, 0, 0, TimeSpan.FromHours(7));

    public static readonly AlertContent Content = new(
        "Dam hearing",
        new Dictionary<string, AlertText>
        {
            ["en"] = new("Let the river run", "Dear {{name}}, come to the hearing.", "Hearing on 3 Dec."),
            ["km"] = new("សូមឱ្យទន្លេហូរ", "សូមមក {{name}}", "ថ្ងៃទី ៣"),
        },
        new Audience(["KH", "LA"], [], ["dams"], [], ["email", "sms"]),
        Fallback.English);

    public static readonly AlertFinished Counts = new(Sent: 90, Failed: 5, Suppressed: 4, Expired: 1);

    private static readonly AlertEvent[] Whole =
    [
        new AlertDrafted(Sokha, Content),
        new AlertApprovalRequested(Sokha, Content.Hash),
        new AlertApproved(Khin, Content.Hash),
        new AlertScheduled(Eight, "Asia/Phnom_Penh"),
        new AlertSendingStarted(Audience: 100),
    ];

    public static AlertEvent[] Until(AlertStage stage) => stage switch
    {
        AlertStage.Unwritten => [],
        AlertStage.Paused => [.. Whole, new AlertPaused(PauseReason.Person, null)],
        AlertStage.Finished => [.. Whole, Counts],
        AlertStage.Cancelled => [.. Whole, new AlertCancelled()],
        _ => Whole[..(int)stage],
    };

    public static AlertContent With(this AlertContent content, string language, AlertText text) =>
        content with { Texts = new Dictionary<string, AlertText>(content.Texts) { [language] = text } };
}
