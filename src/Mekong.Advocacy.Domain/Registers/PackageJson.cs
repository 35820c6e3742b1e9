using static Mekong.Advocacy.Domain.Registers.CanonicalJson;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>A package as package.json. The SHA-256 of these bytes is the package hash, which every transmission records.</summary>
public static class PackageJson
{
    public const string Format = "mekong-package/1";

    public static byte[] Write(StatementPackage package) => Write(package, Seals(package));

    /// <summary>Sealed are the parts that no hash of the register covers, so that a change in them has a place too.</summary>
    internal static IReadOnlyDictionary<string, string> Seals(StatementPackage package) =>
        Sealed(package).ToDictionary(part => part.Name, part => Digest.Of(part.Json).ToString());

    internal static byte[] Write(StatementPackage package, IReadOnlyDictionary<string, string> seals)
    {
        var parts = Sealed(package);
        return Digest.Utf8.GetBytes(Object(
        [
            ("format", Text(Format)),
            .. parts,
            ("register", Register(package.Register)),
            ("seals", Object([.. parts.Select(part => (part.Name, Text(seals[part.Name])))])),
        ]));
    }

    private static (string Name, string Json)[] Sealed(StatementPackage package) =>
    [
        ("statement", Statement(package.Statement)),
        ("addressee", Object(("name", Text(package.Addressee.Name)), ("country", Text(package.Addressee.Country)), ("language", Text(package.Addressee.Language)))),
        ("made", Instant(package.Made)),
        ("texts", List(package.Texts, Version)),
        ("corrigenda", List(package.Corrigenda, Corrigendum)),
        ("endorsers", List(package.Endorsers, Endorser)),
        ("individuals", List(package.Individuals, Id)),
        ("counts", Counts(package.Counts)),
        ("files", List(package.Files, file => Object(("name", Text(file.Name)), ("hash", Text(file.Hash))))),
    ];

    private static string Statement(PackageStatement statement) => Object(
        ("id", Id(statement.Id)), ("number", Number(statement.Number)), ("version", Number(statement.Version)), ("carried", List(statement.Carried, Number)),
        ("opened", Instant(statement.Opened)), ("closes", Instant(statement.Closes)), ("zone", Text(statement.Zone)));

    private static string Version(PackageText text) => Object(
        ("language", Text(text.Language)), ("version", Number(text.Version)), ("role", Text(PackageSpelling.Name(text.Role))),
        ("title", Text(text.Title)), ("body", Text(text.Body)), ("hash", Text(text.Hash)));

    private static string Corrigendum(PackageCorrigendum slip) => Object(
        ("language", Text(slip.Language)), ("version", Number(slip.Version)), ("at", Instant(slip.At)),
        ("was", Text(slip.Was)), ("becomes", Text(slip.Becomes)), ("note", Text(slip.Note)));

    private static string Endorser(PackageEndorser endorser) => Object(
        ("signOn", Id(endorser.SignOnId)), ("id", Id(endorser.Id)),
        ("names", List(endorser.Names, name => Object(("language", Text(name.Language)), ("name", Text(name.Name))))),
        ("country", Text(endorser.Country)), ("salt", Text(endorser.Salt)), ("display", Text(PackageSpelling.Name(endorser.Display))));

    private static string Counts(PackageCounts counts) => Object(
        ("organisations", Number(counts.Organisations)), ("named", Number(counts.Named)), ("sealed", Number(counts.Sealed)), ("individuals", Number(counts.Individuals)));

    private static string Register(PackageRegister register) => Object(
        ("size", Number(register.Size)), ("root", Text(register.Root)), ("head", Text(register.Head)), ("entries", List(register.Entries, Entry)));

    private static string Entry(PackageEntry line) => Object(
        ("n", Number(line.Number)), ("act", Text(line.Entry.Act.Name())), ("version", Number(line.Entry.TextVersion)), ("text", Text(line.Entry.TextHash)),
        ("language", Text(line.Entry.Language)), ("signOn", Id(line.Entry.SignOnId)), ("endorser", Text(line.Entry.Endorser)),
        ("at", Instant(line.Entry.At)), ("reason", Text(line.Entry.Reason)), ("leaf", Text(line.Leaf)), ("head", Text(line.Head)));
}
