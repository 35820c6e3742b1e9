namespace Mekong.Advocacy.Domain.Registers;

/// <summary>Whether the texts are those of their hashes, and those that the entries of the register signed.</summary>
internal static class TextFindings
{
    public static IEnumerable<Finding> In(StatementPackage package)
    {
        var signed = package.Register.Entries
            .Where(line => line.Entry.Act == RegisterAct.SignOn && CountedSignOns.Counts(package.Statement, line.Entry.TextVersion))
            .GroupBy(line => (line.Entry.Language, line.Entry.TextVersion))
            .ToDictionary(lines => lines.Key, lines => lines.ToList());
        var seen = new HashSet<(string, int)>();
        foreach (var (at, text) in package.Texts.Index())
        {
            var place = Place(package, text.Language, text.Version);
            if (!seen.Add((text.Language, text.Version))) yield return new(FindingKind.Member, $"texts[{at}]");
            if (Hash(text) is var hash && hash != text.Hash) yield return new(FindingKind.TextChanged, place, text.Hash, hash);
            if (!signed.TryGetValue((text.Language, text.Version), out var lines)) continue;
            if (lines.TrueForAll(line => line.Entry.TextHash != text.Hash)) yield return new(FindingKind.TextNotSigned, place, lines[0].Entry.TextHash, text.Hash);
            else
                foreach (var line in lines.Where(line => line.Entry.TextHash != text.Hash))
                    yield return new(FindingKind.EntryOfOtherText, $"{line.Number}", text.Hash, line.Entry.TextHash);
        }
        foreach (var (language, version) in signed.Keys.Where(key => !seen.Contains(key))) yield return new(FindingKind.TextMissing, Place(package, language, version));
    }

    private static string Place(StatementPackage package, string language, int version) => version == package.Statement.Version ? language : $"{language} v{version}";

    private static string Hash(PackageText text) => text.Title.Contains('\n', StringComparison.Ordinal) || text.Language.Contains('\n', StringComparison.Ordinal)
        ? "-" // no canonical text, so no hash
        : TextCanon.HashAsItStands(text.Language, text.Version, text.Title, text.Body).ToString();
}
