using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Invitations;
using Mekong.Advocacy.Domain.Languages;
using Mekong.Advocacy.Domain.Messages;
using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.Segments;
using Mekong.Advocacy.Domain.Subscribers;
using Mekong.Advocacy.Domain.Templates;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>
/// What each file in Golden/Events means. The files are what databases in the field hold: a file is added with its event and
/// never changed; when an event's form changes, the old file's meaning here is what its upcaster must make of it.
/// </summary>
internal static class GoldenEvents
{
    private static readonly Guid Author = Guid.Parse("0197a0c0-0000-7000-8000-0000000000a1");
    private static readonly Guid Approver = Guid.Parse("0197a0c0-0000-7000-8000-0000000000a2");
    private static readonly Guid ContactPoint = Guid.Parse("0197a0c0-0000-7000-8000-0000000000c1");
    private static readonly Guid Earlier = Guid.Parse("0197a0c0-0000-7000-8000-0000000000b1");
    private static readonly Guid Member = Guid.Parse("0197a0c0-0000-7000-8000-0000000000d1");
    private static readonly Guid Officer = Guid.Parse("0197a0c0-0000-7000-8000-0000000000f1");
    private static readonly Guid Mandate = Guid.Parse("0197a0c0-0000-7000-8000-0000000000e1");
    private static readonly Guid Minutes = Guid.Parse("0197a0c0-0000-7000-8000-0000000000e2");
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly AlertContent Drafted = new(
        "Sesan hearing",
        new Dictionary<string, AlertText>
        {
            ["en"] = new("Public hearing on the Sesan dam", "Dear {{name}},\n\nwrite by **Friday**.", "Hearing on Friday: write now."),
            ["km"] = new("សវនាការសាធារណៈ", "សូមសរសេរ", ""),
        },
        new Audience(["KH", "LA"], ["en", "km"], ["dams"], ["3S Rivers"], ["email", "sms"]),
        Fallback.Next);

    private static readonly AlertContent Edited = new(
        "Sesan hearing, moved", new Dictionary<string, AlertText> { ["zh-Hans"] = new("听证会", "请写信 😀", "") },
        new Audience([], [], [], [], ["email"]), Fallback.None);

    public static readonly IReadOnlyDictionary<string, object> Expected = new Dictionary<string, object>(GoldenStatements.Expected.Concat(GoldenDialogues.Expected).Concat(GoldenFollowUps.Expected))
    {
        ["alert.drafted.v1"] = new AlertDrafted(Author, Drafted),
        ["alert.edited.v1"] = new AlertEdited(Author, Edited),
        ["alert.drafted.v2"] = new AlertDrafted(Author, Drafted with { Source = "km", Audience = Drafted.Audience with { Roles = ["organiser", "journalist"] } }),
        ["alert.edited.v2"] = new AlertEdited(Author, Edited with { Audience = Edited.Audience with { Relation = new Relation(RelationKind.Cancellation, Earlier) } }),
        ["alert.sent-back.v1"] = new AlertSentBack(Approver, Hash, "The Lao text names the wrong date."),
        ["alert.released-in-emergency.v1"] = new AlertReleasedInEmergency(Author, Hash, "Raid tonight; nobody else is awake."),
        ["alert.text-reviewed.v1"] = new AlertTextReviewed(Approver, "km", Hash, Hash),
        ["alert.test-requested.v1"] = new AlertTestRequested(Earlier, Author, [Author, Approver], ["en", "km"], ["email", "sms"]),
        ["alert.test-sent.v1"] = new AlertTestSent(Earlier, Approver, "km", "email", Hash, Arrived: true, "2.0.0"),
        ["alert.archived.v1"] = new AlertArchived(Author),
        ["alert.unarchived.v1"] = new AlertUnarchived(Author),
        ["alert.approval-requested.v1"] = new AlertApprovalRequested(Author, Hash),
        ["alert.approved.v1"] = new AlertApproved(Approver, Hash),
        ["alert.scheduled.v1"] = new AlertScheduled(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero), "Asia/Phnom_Penh"),
        ["alert.scheduled.v2"] = new AlertScheduled(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero), "Asia/Phnom_Penh", 96.40m, "USD"),
        ["alert.sending-started.v1"] = new AlertSendingStarted(48_210),
        ["alert.paused.v1"] = new AlertPaused(PauseReason.OurFault, "smtp.auth-refused"),
        ["alert.resumed.v1"] = new AlertResumed(),
        ["alert.cancelled.v1"] = new AlertCancelled(),
        ["alert.finished.v1"] = new AlertFinished(48_000, 150, 50, 10),
        ["segment.saved.v1"] = new SegmentSaved(Author, "Organisers upstream", new Audience(["KH", "LA"], ["km"], ["dams"], [], ["email"]) { Roles = ["organiser"] }),
        ["segment.removed.v1"] = new SegmentRemoved(Author),
        ["declining.statement-declined.v1"] = new StatementDeclined(
            Guid.Parse("0197a0c0-0000-7000-8000-0000000000d1"), Guid.Parse("0197a0c0-0000-7000-8000-0000000000d2"),
            Guid.Parse("0197a0c0-0000-7000-8000-0000000000d3"), 2, new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero)),
        ["organisation.registered.v1"] = new OrganisationRegistered(Author, OrganisationStanding.Member, new OrganisationProfile(
            [new("en", "Homeward Cambodia"), new("km", "សមាគមវិលត្រឡប់មកផ្ទះ")], "HWC", "KH")),
        ["organisation.described.v1"] = new OrganisationDescribed(null, new OrganisationProfile([new("km-Latn", "Vil Trolop Battambang")], null, "KH", Member)),
        ["organisation.standing-changed.v1"] = new OrganisationStandingChanged(Author, OrganisationStanding.Suspended, "Fees of 2026"),
        ["organisation.vouched-for.v1"] = new OrganisationVouchedFor(Author, Member, Officer),
        ["organisation.verified.v1"] = new OrganisationVerified(Author, VerificationMeans.DomainMail, "harbour-light.example"),
        ["organisation.refused.v1"] = new OrganisationRefused(Author, "Nobody answers there"),
        ["organisation.focal-point-named.v1"] = new FocalPointNamed(null, Officer),
        ["organisation.focal-point-removed.v1"] = new FocalPointRemoved(Author, Officer),
        ["organisation.mandate-granted.v1"] = new MandateGranted(Author, new Mandate(
            Mandate, Officer, MandateKind.Board, null, new DateTimeOffset(2026, 3, 1, 17, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 3, 1, 17, 0, 0, TimeSpan.Zero), Minutes)),
        ["organisation.mandate-ended.v1"] = new MandateEnded(Author, Mandate, new DateTimeOffset(2026, 6, 1, 2, 30, 0, TimeSpan.Zero)),
        ["sms-prices.changed.v1"] = new SmsPricesChanged(Author, new SmsPriceList(
            "USD", new Dictionary<string, decimal> { ["KH"] = 0.0525m, ["TH"] = 0.0245m }, 100m, "The provider's price list, read on 2026-11-21")),
        ["subscriber.registered.v1"] = new SubscriberRegistered(new Profile("km", "KH", "3S Rivers", ["dams", "fisheries"])),
        ["subscriber.described.v1"] = new SubscriberDescribed(new Profile("zh-Hans", "CN", null, [])),
        ["subscriber.registered.v2"] = new SubscriberRegistered(new Profile("km", "KH", "3S Rivers", ["dams", "fisheries"]) { Role = "organiser" }),
        ["subscriber.described.v2"] = new SubscriberDescribed(new Profile("zh-Hans", "CN", null, [])),
        ["subscriber.consent-given.v1"] = new ConsentGiven(ContactPoint, "sms", "KH", new DateOnly(2025, 11, 30)),
        ["subscriber.consent-withdrawn.v1"] = new ConsentWithdrawn(ContactPoint, "one-click"),
        ["subscriber.contact-point-suppressed.v1"] = new ContactPointSuppressed(ContactPoint, "5.1.1"),
        ["template.changed.v1"] = new TemplateChanged(Author, "alert/sms.km.txt", "{{body}}\nឈប់: {{optOut}}\n"),
        ["template.reset.v1"] = new TemplateReset(Approver, "alert/sms.km.txt"),
    };
}
