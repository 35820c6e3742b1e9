using System.Text;
using Mekong.Advocacy.Domain.Registers;

namespace Mekong.Advocacy.Domain.Tests.Registers.Packages;

/// <summary>A statement in three languages with eleven lines in its register: seven organisations count, one of them sealed, and one person.</summary>
internal static class Sample
{
    public static readonly Guid StatementId = Guid.Parse("0192d0a0-0000-7000-8000-000000000001");
    public static readonly DateTimeOffset Opened = new(2026, 10, 1, 2, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Closes = new(2026, 10, 21, 17, 0, 0, TimeSpan.Zero);

    public static readonly PackageStatement Statement = new(StatementId, 12, 2, [1], Opened, Closes, "Asia/Bangkok");

    public static readonly PackageText[] Texts =
    [
        PackageText.Of("en", 2, PackageTextRole.Authentic, "Wages unpaid", "Pay what is owed.\n\nNow."),
        PackageText.Of("km", 2, PackageTextRole.Authentic, "ប្រាក់ឈ្នួល", "សូមបើក\u200Bប្រាក់ឈ្នួល <ឥឡូវ>។"),
        PackageText.Of("vi", 2, PackageTextRole.Courtesy, "Tiền lương", "Trả ngay \"mọi khoản\"."),
        PackageText.Of("en", 1, PackageTextRole.Authentic, "Wages", "Pay what is owed."),
    ];

    public static readonly RegisterEntry[] Entries =
    [
        Line(1, RegisterAct.SignOn, 1, "en", version: 1), Line(2, RegisterAct.SignOn, 2), Line(3, RegisterAct.SignOn, 3, "km"), Line(4, RegisterAct.SignOn, 4, "km"),
        Line(5, RegisterAct.Withdrawal, 2, reason: "asked by the board"), Line(6, RegisterAct.SignOn, 5), Line(7, RegisterAct.SignOn, 6, "vi"),
        Line(8, RegisterAct.Invalidation, 4, "km", reason: "no mandate"), Line(9, RegisterAct.SignOn, 2, "km"), Line(10, RegisterAct.SignOn, 7), Line(11, RegisterAct.SignOn, 8),
    ];

    /// <summary>Organisation 7 is sealed; 8 is a person.</summary>
    public static readonly PackageEndorser[] Endorsers = [Endorser(1), Endorser(2), Endorser(3), Endorser(5), Endorser(6)];

    public static readonly StatementPackage Package = Of(Entries, Endorsers);

    public static readonly byte[] Json = PackageJson.Write(Package);

    public static StatementPackage Of(IEnumerable<RegisterEntry> entries, IReadOnlyList<PackageEndorser> endorsers) => StatementPackage.Of(
        Statement, new("Ministry of Labour", "KH", "km"), new(2026, 10, 22, 1, 30, 0, TimeSpan.Zero), Texts,
        [new("en", 2, new(2026, 10, 3, 0, 0, 0, TimeSpan.Zero), "owed.", "owed to us.", null)],
        endorsers, [SignOnId(8)], [new("letter.km.pdf", new string('e', 64))], entries);

    public static IReadOnlyList<Finding> Check(StatementPackage package, PublishedRoot? published = null) => Check(PackageJson.Write(package), published);

    public static IReadOnlyList<Finding> Check(byte[] json, PublishedRoot? published = null) => PackageCheck.Of(json, published).Findings;

    /// <summary>The package as written, with every occurrence of a piece replaced.</summary>
    public static byte[] Replaced(string was, string becomes) => Encoding.UTF8.GetString(Json) is var json && json.Contains(was, StringComparison.Ordinal)
        ? Encoding.UTF8.GetBytes(json.Replace(was, becomes, StringComparison.Ordinal))
        : throw new InvalidOperationException($"{was} is not there.");

    public static RegisterEntry Line(int minute, RegisterAct act, int who, string language = "en", int version = 2, string? reason = null) => new(
        act, StatementId, version, Texts.Single(text => text.Language == language && text.Version == version).Hash, language, SignOnId(who),
        Endorser(who).Commitment, Opened.AddMinutes(minute), reason);

    public static Guid SignOnId(int who) => new(0x0192d0a0, 0, 0x7000, 0x80, 1, 0, 0, 0, 0, 0, (byte)who);

    public static PackageEndorser Endorser(int who) => new(
        SignOnId(who), new Guid(0x0192d0a0, 0, 0x7000, 0x80, 2, 0, 0, 0, 0, 0, (byte)who), [new("en", $"Union {who}"), new("km", $"សហជីព {who}")], "KH",
        Convert.ToHexStringLower([.. Enumerable.Repeat((byte)who, 16)]), PackageDisplay.Public);
}
