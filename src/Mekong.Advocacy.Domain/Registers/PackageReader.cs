using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>Reads package.json strictly: what the format does not know, or knows once and finds twice, is refused with its place.</summary>
internal static class PackageReader
{
    private static readonly string[] Parts = ["statement", "addressee", "made", "texts", "corrigenda", "endorsers", "individuals", "counts", "files"];

    public static (StatementPackage? Package, IReadOnlyDictionary<string, string> Seals, IReadOnlyList<Finding> Faults) Read(ReadOnlyMemory<byte> json)
    {
        var (faults, seals) = (new List<Finding>(), new Dictionary<string, string>());
        try
        {
            Digest.Utf8.GetCharCount(json.Span);
            using var document = JsonDocument.Parse(json);
            var package = Package(document.RootElement, faults, seals);
            return (faults.Count == 0 ? package : null, seals, faults);
        }
        catch (DecoderFallbackException e) { return (null, seals, [NotReadable(e.Index)]); }
        catch (JsonException e) { return (null, seals, [NotReadable(Position(json.Span, e))]); }
        catch (InvalidOperationException) { return (null, seals, [.. faults, NotReadable(0)]); } // half a character, written as an escape
    }

    private static Finding NotReadable(long at) => new(FindingKind.NotReadable, at.ToString(CultureInfo.InvariantCulture));

    /// <summary>The exception counts lines, although a package has only one unless it was changed.</summary>
    private static long Position(ReadOnlySpan<byte> json, JsonException e)
    {
        var start = 0;
        for (var line = 0L; line < e.LineNumber; line++) start += json[start..].IndexOf((byte)'\n') + 1;
        return start + (e.BytePositionInLine ?? 0);
    }

    private static StatementPackage Package(JsonElement json, List<Finding> faults, Dictionary<string, string> seals)
    {
        var whole = new StrictMembers(faults, json, "", ["format", .. Parts, "register", "seals"]);
        if (whole.Text("format") != PackageJson.Format) faults.Add(new(FindingKind.Member, "format", PackageJson.Format));
        var sealed_ = whole.Object("seals", Parts);
        foreach (var part in Parts) seals[part] = sealed_.Hash(part);
        var statement = Statement(whole.Object("statement", "id", "number", "version", "carried", "opened", "closes", "zone"));
        var addressee = whole.Object("addressee", "name", "country", "language");
        var counts = whole.Object("counts", "organisations", "named", "sealed", "individuals");
        var register = whole.Object("register", "size", "root", "head", "entries");
        return new(
            statement, new(addressee.Text("name"), addressee.Text("country"), addressee.Text("language")), whole.Instant("made"),
            whole.Objects("texts", ["language", "version", "role", "title", "body", "hash"], Text),
            whole.Objects("corrigenda", ["language", "version", "at", "was", "becomes", "note"], Corrigendum),
            whole.Objects("endorsers", ["signOn", "id", "names", "country", "salt", "display"], Endorser),
            whole.Ids("individuals"),
            new(counts.Number("organisations"), counts.Number("named"), counts.Number("sealed"), counts.Number("individuals")),
            whole.Objects("files", ["name", "hash"], file => new PackageFile(file.Text("name"), file.Hash("hash"))),
            new(register.Number("size"), register.Hash("root"), register.Hash("head"), register.Objects(
                "entries", ["n", "act", "version", "text", "language", "signOn", "endorser", "at", "reason", "leaf", "head"], entry => Entry(statement.Id, entry))));
    }

    private static PackageStatement Statement(StrictMembers statement) => new(
        statement.Id("id"), statement.Number("number"), statement.Number("version"), statement.Numbers("carried"),
        statement.Instant("opened"), statement.Instant("closes"), statement.Text("zone"));

    private static PackageText Text(StrictMembers text) => new(
        text.Text("language"), text.Number("version"), text.Choice("role", PackageSpelling.Role), text.Text("title"), text.Text("body"), text.Hash("hash"));

    private static PackageCorrigendum Corrigendum(StrictMembers slip) => new(
        slip.Text("language"), slip.Number("version"), slip.Instant("at"), slip.Text("was"), slip.Text("becomes"), slip.TextOrNull("note"));

    private static PackageEndorser Endorser(StrictMembers endorser) => new(
        endorser.Id("signOn"), endorser.Id("id"),
        endorser.Objects("names", ["language", "name"], name => new PackageName(name.Text("language"), name.Text("name"))),
        endorser.Text("country"), endorser.Salt("salt"), endorser.Choice("display", PackageSpelling.Display));

    private static PackageEntry Entry(Guid statementId, StrictMembers line) => new(
        line.Number("n"),
        new(
            line.Choice("act", RegisterActs.Read), statementId, line.Number("version"), line.Hash("text"), line.Text("language"),
            line.Id("signOn"), line.Hash("endorser"), line.Instant("at"), line.TextOrNull("reason")),
        line.Hash("leaf"), line.Hash("head"));
}
