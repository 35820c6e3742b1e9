using Mekong.Advocacy.Domain.FollowUps;

namespace Mekong.Advocacy.Web.Features.FollowUps;

/// <summary>What leaves because of follow-ups; a kind's name is its templates' name.</summary>
public static class FollowUpMailKind
{
    public const string Before = "before", OnTheDay = "on-the-day", After = "after", Escalation = "escalation", Digest = "digest";

    public static readonly IReadOnlyList<string> All = [Before, OnTheDay, After, Escalation, Digest];

    /// <summary>What also goes as a text, to whoever has no address.</summary>
    public static readonly IReadOnlyList<string> Texted = [Before, OnTheDay, After];

    public static string Of(string noticeKind) => noticeKind switch
    {
        nameof(ReminderKind.Before) => Before,
        nameof(ReminderKind.OnTheDay) => OnTheDay,
        nameof(ReminderKind.After) => After,
        nameof(ReminderKind.Escalation) => Escalation,
        _ => Digest,
    };
}

/// <summary>What the mails about next steps may say. Each template takes what it needs.</summary>
/// <param name="Owner">By name: the organisation, or the colleague.</param>
/// <param name="Due">The day, as the reader writes days.</param>
/// <param name="List">Of a digest: the steps as plain text.</param>
public sealed record FollowUpMail(string Owner, string Step, string Due, string Country, string Link, int Count = 0, string List = "")
{
    /// <summary>The same as items of an HTML list, escaped.</summary>
    public string HtmlList { get; init; } = "";

    /// <summary>In which the step is written, whatever language the mail speaks.</summary>
    public string StepLanguage { get; init; } = "en";

    /// <summary>The link is a key of the reader's own.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>For whoever tries a template out.</summary>
    public static readonly FollowUpMail Sample = new(
        "River House", "Ask the ministry for the date of the hearing", "2026-12-01", "Cambodia", "https://example.org/en/f/1.sample", 2,
        "Ask the ministry for the date of the hearing: 2026-12-01 https://example.org/en/f/1.sample")
    { HtmlList = "<li>Ask the ministry for the date of the hearing: 2026-12-01</li>", IsPersonal = true };

    internal object Fields(bool html) => new { owner = Owner, step = Step, due = Due, country = Country, link = Link, count = Count, list = html ? HtmlList : List, personal = IsPersonal, stepLanguage = StepLanguage };
}
