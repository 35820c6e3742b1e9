using Mekong.Advocacy.Domain.Organisations;
using Mekong.Advocacy.Domain.SignOns;
using Mekong.Advocacy.Domain.Statements;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>
/// What the files of statements and sign-ons mean: Sokha drafts "Wages unpaid" with Malee, Khin approves it, an organisation signs it on paper,
/// a person asks to sign, and the ministry gets it by hand. What may be missing (a window, a mandate, a scan) is there in one file and missing in
/// another. The hashes are those of the texts, and the commitments those of the endorsers.
/// </summary>
internal static class GoldenStatements
{
    private static readonly Guid Sokha = new("0197a0c0-0000-7000-8000-0000000005a1");
    private static readonly Guid Malee = new("0197a0c0-0000-7000-8000-0000000005a2");
    private static readonly Guid Khin = new("0197a0c0-0000-7000-8000-0000000005a3");
    private static readonly Guid Wages = new("0197a0c0-0000-7000-8000-000000000501");
    private static readonly Guid WagesAgain = new("0197a0c0-0000-7000-8000-000000000502");
    private static readonly Guid Remark = new("0197a0c0-0000-7000-8000-000000000511");
    private static readonly Guid Slip = new("0197a0c0-0000-7000-8000-000000000512");
    private static readonly Guid Package = new("0197a0c0-0000-7000-8000-000000000521");
    private static readonly Guid Handed = new("0197a0c0-0000-7000-8000-000000000522");
    private static readonly Guid Answer = new("0197a0c0-0000-7000-8000-000000000523");
    private static readonly Guid StampedCopy = new("0197a0c0-0000-7000-8000-000000000531");
    private static readonly Guid SignedPaper = new("0197a0c0-0000-7000-8000-000000000532");
    private static readonly Guid Homeward = new("0197a0c0-0000-7000-8000-0000000005d1");
    private static readonly Guid Dara = new("0197a0c0-0000-7000-8000-0000000005d2");
    private static readonly Guid BoardMandate = new("0197a0c0-0000-7000-8000-0000000005d3");
    private static readonly Guid Somebody = new("0197a0c0-0000-7000-8000-0000000005d4");
    private static readonly Guid Bopha = new("0197a0c0-0000-7000-8000-0000000005d5");
    private static readonly Guid Batch = new("0197a0c0-0000-7000-8000-0000000005e1");

    private static readonly DateTimeOffset Opens = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Closes = new(2026, 12, 18, 10, 0, 0, TimeSpan.Zero);

    private static readonly StatementText English = new("en", TextRole.Authentic, "Pay what is owed", "Workers were sent home **without their wages**.\n\nWe ask for them.");

    /// <summary>With a zero-width space behind the first word of the body.</summary>
    private static readonly StatementText Khmer = new("km", TextRole.Authentic, "សូមបើកប្រាក់ខែ", "ពលករ\u200bត្រូវបានបញ្ជូនត្រឡប់ដោយគ្មានប្រាក់ខែ។");

    private static readonly StatementText Thai = new("th", TextRole.Courtesy, "จ่ายค่าจ้างที่ค้าง", "แรงงานถูกส่งกลับโดยไม่ได้รับค่าจ้าง");
    private static readonly StatementText NewEnglish = English with { Body = "Workers were sent home **without their wages**.\n\nWe ask for them by May Day." };

    private const string EnglishHash = "9d21ef0961c419fb34b7ea99fc2cfa0691395c0e681262250774dce52bc6a287";
    private const string KhmerHash = "58a7093b64c9cf4de68e1c30c03133a39c4c6187b9ff1bc366eec350e3c5a2df";
    private const string ThaiHash = "9b927ed275ad58c59e25f6b33ac728e1f3ea4fd608d1e1e78a3526dd7b5a22f9";
    private const string NewEnglishHash = "32145c6f8ec0fcddcd34c604c6c322f24d1c1b499edb97e0ec130dfb643bb5f2";
    private const string NewKhmerHash = "6bca0a638b74bac4a8181b25a5715c4d9cc3dab7d4d8efd803f18ce53bf88e1f";
    private const string PackageHash = "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8";

    private static readonly StatementContent Drafted = new(
        "Wages unpaid", [English, Khmer, Thai],
        [new Addressee("labour-ministry", "ក្រសួងការងារ និងបណ្ដុះបណ្ដាលវិជ្ជាជីវៈ", "km", "KH"), new Addressee("asean-secretariat", "ASEAN Secretariat", "en")],
        new SignOnWindow(Opens, Closes, "Asia/Phnom_Penh"), Opens.AddHours(26.5), new WhoMaySign(Outside: true, Individuals: true), SilenceRule.Lapse);

    private static readonly StatementContent Edited = new("Wages unpaid, to be written", [], [], null, null, new WhoMaySign(), SilenceRule.Carry);

    private static readonly RegisterMark Mark = new(
        21, "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9");

    private static readonly Signature OnPaper = new(
        Wages, Homeward, EndorserKind.Organisation, new SignedText(1, "km", KhmerHash), [new OrganisationName("km", "សមាគមវិលត្រឡប់មកផ្ទះ"), new OrganisationName("en", "Homeward Cambodia")],
        "KH", Dara, "នាយិកា", new SignedMandate(BoardMandate, "board"), SignOnChannel.Paper, SignedPaper, Display.AfterEmbargo,
        "00112233445566778899aabbccddeeff", "c43cf83e907d28674a9ba92dae28a42259e2cd72d474cf1e0af878e15620fc02", Opens.AddHours(5));

    private static readonly Signature ByAPerson = new(
        Wages, Somebody, EndorserKind.Individual, new SignedText(1, "en", EnglishHash), [], "TH", null, null, null, SignOnChannel.PublicForm, null, Display.Shown,
        "ffeeddccbbaa99887766554433221100", "911bbb9414e5ca9f0ab9029018b6fa6aa63d85cc10edfb0df022d467381c2232", Opens.AddDays(3).AddMilliseconds(250));

    public static readonly IReadOnlyDictionary<string, object> Expected = new Dictionary<string, object>
    {
        ["statement.drafted.v1"] = new StatementDrafted(Sokha, 12, Drafted),
        ["statement.edited.v1"] = new StatementEdited(Malee, Edited),
        ["statement.commented.v1"] = new StatementCommented(Remark, Malee, null, "សូមដាក់ចំនួនទឹកប្រាក់។"),
        ["statement.text-frozen.v1"] = new StatementTextFrozen(
            Sokha, 1, [new TextSeal("en", TextRole.Authentic, EnglishHash), new TextSeal("km", TextRole.Authentic, KhmerHash), new TextSeal("th", TextRole.Courtesy, ThaiHash)], Opens),
        ["statement.text-thawed.v1"] = new StatementTextThawed(Sokha, "The Khmer text names the wrong month."),
        ["statement.text-approved.v1"] = new StatementTextApproved(Khin, 1, "km", KhmerHash),
        ["statement.opened.v1"] = new StatementOpened(1, Opens, Closes),
        ["statement.suspended.v1"] = new StatementSuspended(Sokha, "A court has asked a question."),
        ["statement.reopened.v1"] = new StatementReopened(Khin),
        ["statement.deadline-moved.v1"] = new StatementDeadlineMoved(Sokha, Closes.AddDays(2), "Floods in Battambang."),
        ["statement.corrigendum-issued.v1"] = new CorrigendumIssued(Slip, Malee, "km", "ប្រាក់ខែ", "ប្រាក់ឈ្នួល", "Wages, not salaries."),
        ["statement.revision-proposed.v1"] = new StatementRevisionProposed(
            Sokha, 2, [NewEnglish, Khmer], [new TextSeal("en", TextRole.Authentic, NewEnglishHash), new TextSeal("km", TextRole.Authentic, NewKhmerHash)]),
        ["statement.revision-dropped.v1"] = new StatementRevisionDropped(Khin, 2),
        ["statement.revised.v1"] = new StatementRevised(2),
        ["statement.courtesy-text-added.v1"] = new CourtesyTextAdded(Malee, 1, Thai, ThaiHash),
        ["statement.closed.v1"] = new StatementClosed(Closes, Mark, 17, 3),
        ["statement.cancelled.v1"] = new StatementCancelled(Sokha, "The wages were paid."),
        ["statement.superseded.v1"] = new StatementSuperseded(Sokha, WagesAgain),
        ["statement.package-made.v1"] = new PackageMade(Package, Sokha, "labour-ministry", PackageHash, Closes.AddHours(1), Mark, 17, 3),
        ["statement.package-mail-requested.v1"] = new PackageMailRequested(Handed, Sokha, "labour-ministry", Package, Closes.AddDays(2)),
        ["statement.transmission-recorded.v1"] = new TransmissionRecorded(
            Handed, Sokha, "labour-ministry", TransmissionChannel.Hand, Package, PackageHash, Arrived: true, "លេខចូល 1042", StampedCopy, Closes.AddDays(3)),
        ["statement.reply-received.v1"] = new ReplyReceived(Answer, Sokha, "labour-ministry", "They will look into it by March.", null, Closes.AddDays(30)),
        ["statement.outcome-recorded.v1"] = new OutcomeRecorded(Sokha, "Two thirds of the wages were paid in June."),
        ["statement.archived.v1"] = new StatementArchived(Khin),
        ["sign-on.signed.v1"] = new SignedOn(OnPaper),
        ["sign-on.offered.v1"] = new SignOnOffered(ByAPerson),
        ["sign-on.offer-refused.v1"] = new SignOnOfferRefused(Sokha, "Nobody answers at this address."),
        ["sign-on.held.v1"] = new SignOnHeld(Bopha, "The board has not met yet.", Opens.AddDays(1)),
        ["sign-on.hold-lifted.v1"] = new SignOnHoldLifted(Sokha, "Both officers agree."),
        ["sign-on.withdrawn.v1"] = new SignOnWithdrawn(OnPaper.Mark, Dara, "The board has decided otherwise.", AfterDelivery: true, Closes.AddDays(4)),
        ["sign-on.invalidated.v1"] = new SignOnInvalidated(ByAPerson.Mark, Khin, Batch, "Twelve sign-ons within a second.", Opens.AddDays(5)),
        ["sign-on.readmitted.v1"] = new SignOnReadmitted(Khin, "They called from the number on their site."),
        ["sign-on.lapsed.v1"] = new SignOnLapsed(OnPaper.Mark, Closes),
        ["sign-on.display-changed.v1"] = new SignOnDisplayChanged(Display.Sealed, null),
    };
}
