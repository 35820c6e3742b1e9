namespace Mekong.Advocacy.Domain.Registers;

/// <summary>Whether the acts of the register can have followed each other, in the window, on versions that there were.</summary>
internal static class SignOnFindings
{
    public static IEnumerable<Finding> In(StatementPackage package)
    {
        var (statement, standing, known) = (package.Statement, new Dictionary<Guid, int>(), new HashSet<Guid>());
        foreach (var line in package.Register.Entries)
        {
            var (entry, place) = (line.Entry, $"{line.Number}");
            if (entry.Act != RegisterAct.SignOn)
            {
                standing.Remove(entry.SignOnId);
                if (!known.Contains(entry.SignOnId)) yield return new(FindingKind.ActWithoutSignOn, place, null, $"{entry.SignOnId}");
                continue;
            }
            if (entry.At >= statement.Closes) yield return new(FindingKind.SignedAfterClosing, place, EntryForm.Instant(statement.Closes), EntryForm.Instant(entry.At));
            if (entry.At < statement.Opened) yield return new(FindingKind.SignedBeforeOpening, place, EntryForm.Instant(statement.Opened), EntryForm.Instant(entry.At));
            if (entry.TextVersion > statement.Version) yield return new(FindingKind.EntryOfOtherVersion, place, $"{statement.Version}", $"{entry.TextVersion}");
            if (standing.TryGetValue(entry.SignOnId, out var version) && version == entry.TextVersion) yield return new(FindingKind.SignOnDoubled, place, null, $"{entry.SignOnId}");
            standing[entry.SignOnId] = entry.TextVersion;
            known.Add(entry.SignOnId);
        }
    }
}
