using Mekong.Advocacy.Domain.Statements;

namespace Mekong.Advocacy.Domain.Tests.Statements;

/// <summary>One statement's life up to each stage: Sokha writes, Malee writes the Khmer, Khin approves.</summary>
internal static class Joint
{
    public static readonly Guid Sokha = new("50c4a000-0000-0000-0000-000000000001");
    public static readonly Guid Malee = new("3a1ee000-0000-0000-0000-000000000002");
    public static readonly Guid Khin = new("c41b0000-0000-0000-0000-000000000003");

    public static readonly DateTimeOffset Opens = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Closes = new(2026, 12, 18, 10, 0, 0, TimeSpan.Zero);

    public static readonly StatementText English = new("en", TextRole.Authentic, "Pay what is owed", "Workers were sent home without their wages.\n\nWe ask for them.");
    public static readonly StatementText Khmer = new("km", TextRole.Authentic, "សូមបើកប្រាក់ខែ", "ពលករ​ត្រូវបានបញ្ជូនត្រឡប់ដោយគ្មានប្រាក់ខែ។");
    public static readonly StatementText Thai = new("th", TextRole.Courtesy, "จ่ายค่าจ้างที่ค้าง", "แรงงานถูกส่งกลับโดยไม่ได้รับค่าจ้าง");

    public static readonly StatementContent Content = new(
        "Wages unpaid", [English, Khmer, Thai], [new Addressee("labour-ministry", "Ministry of Labour", "km", "KH")],
        new SignOnWindow(Opens, Closes, "Asia/Phnom_Penh"), null, new WhoMaySign(Outside: true), SilenceRule.Lapse);

    public static readonly RegisterMark Register = new(3, new string('a', 64), new string('b', 64));

    public static readonly Guid Package = new("9ac00000-0000-0000-0000-000000000001");

    public static string HashOf(StatementText text, int version = 1) => Seals.Of(text, version).Hash;

    public static SignedText Signed(StatementText text, int version = 1) => new(version, text.Language, HashOf(text, version));

    private static readonly StatementEvent[] ToApproved =
    [
        new StatementDrafted(Sokha, 12, Content),
        new StatementTextFrozen(Sokha, 1, Seals.Of(Content.InOrder, 1), Opens),
        new StatementTextApproved(Khin, 1, "en", HashOf(English)),
        new StatementTextApproved(Khin, 1, "km", HashOf(Khmer)),
        new StatementTextApproved(Khin, 1, "th", HashOf(Thai)),
    ];

    public static readonly StatementEvent[] ToOpen = [.. ToApproved, new StatementOpened(1, Opens, Closes)];

    public static readonly StatementEvent[] ToClosed = [.. ToOpen, new StatementClosed(Closes, Register, 3, 0)];

    public static readonly PackageMade Made = new(Package, Sokha, "labour-ministry", new string('c', 64), Closes.AddHours(1), Register, 3, 0);

    public static TransmissionRecorded Sent(bool arrived, Guid? id = null, TransmissionChannel channel = TransmissionChannel.Email, Guid? evidence = null) => new(
        id ?? new Guid("7a000000-0000-0000-0000-000000000001"), Sokha, "labour-ministry", channel, Package, Made.Hash, arrived, "2.0.0 queued", evidence, Closes.AddHours(2));

    public static StatementEvent[] Until(StatementStage stage) => stage switch
    {
        StatementStage.Unwritten => [],
        StatementStage.Draft => ToApproved[..1],
        StatementStage.Frozen => ToApproved[..2],
        StatementStage.Approved => ToApproved,
        StatementStage.Open => ToOpen,
        StatementStage.Suspended => [.. ToOpen, new StatementSuspended(Sokha, "A court has asked a question.")],
        StatementStage.Closed => ToClosed,
        StatementStage.Delivered => [.. ToClosed, Made, Sent(arrived: true)],
        StatementStage.Answered => [.. Until(StatementStage.Delivered), new ReplyReceived(Guid.Parse("4e000000-0000-0000-0000-000000000001"), Sokha, "labour-ministry", "They will look into it.", null, Closes.AddDays(9))],
        StatementStage.Cancelled => [.. ToOpen, new StatementCancelled(Sokha, "Overtaken by events.")],
        StatementStage.Superseded => [.. ToClosed, new StatementSuperseded(Sokha, Malee)],
        _ => [.. ToClosed, new StatementArchived(Sokha)],
    };
}
