namespace Mekong.Advocacy.Web.Features.Invitations;

/// <summary>Mails about statements; a kind's name is its templates' name.</summary>
public static class StatementMailKind
{
    public const string Invitation = "invitation", Reminder = "reminder", Revision = "revision";

    public const string Thanks = "thanks", Delivered = "delivered", Answered = "answered", Outcome = "outcome";

    /// <summary>To the office itself, with its package.</summary>
    public const string Handover = "handover";

    public static readonly IReadOnlyList<string> All = [Invitation, Reminder, Revision, Thanks, Delivered, Answered, Outcome, Handover];
}

/// <summary>What the mails about a statement may say. Each template takes what it needs; what is empty is left out by it.</summary>
/// <param name="Organisation">Who reads it: an organisation, or an office.</param>
/// <param name="Link">To the page where one signs, or to the public one; empty where there is none yet.</param>
/// <param name="Embargo">The hour before which nothing is to be published, where it has not come; else empty.</param>
/// <param name="Carries">The silence rule: an earlier signature stands.</param>
public sealed record StatementMail(
    string Organisation, int Number, string Title, string Link, string Deadline = "", string Embargo = "", bool Carries = false, string Code = "",
    string Hash = "", string At = "", string Summary = "")
{
    /// <summary>Organisations that stand in the package.</summary>
    public int Organisations { get; init; }

    /// <summary>For whoever tries a template out.</summary>
    public static readonly StatementMail Sample = new(
        "River House", 12, "Wages unpaid", "https://example.org/en/i/1.sample", "2026-12-01 17:00 Phnom Penh", "2026-11-20 08:00 Phnom Penh", true,
        "9F3K-77QD-2XM", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "2026-12-04 10:00 Phnom Penh", "The ministry invites us to talks.")
    { Organisations = 37 };

    internal object Fields => new
    {
        organisation = Organisation,
        number = Number,
        title = Title,
        link = Link,
        deadline = Deadline,
        embargo = Embargo,
        carries = Carries,
        code = Code,
        hash = Hash,
        at = At,
        summary = Summary,
        signed = Organisations,
    };
}
