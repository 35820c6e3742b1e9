namespace Mekong.Advocacy.Domain.Registers;

/// <summary>Whether everybody who is named, or counted as a person, has a sign-on in the register that counts and is theirs.</summary>
internal static class EndorserFindings
{
    public static IEnumerable<Finding> In(StatementPackage package)
    {
        var (last, seen) = (CountedSignOns.LastActs(package.Register), new HashSet<Guid>());
        foreach (var endorser in package.Endorsers)
        {
            var name = endorser.Names.Count > 0 ? endorser.Names[0].Name : $"{endorser.SignOnId}";
            if (!seen.Add(endorser.SignOnId)) yield return new(FindingKind.EndorserDoubled, name);
            if (!last.TryGetValue(endorser.SignOnId, out var line))
            {
                yield return new(FindingKind.EndorserNotInRegister, name, null, $"{endorser.SignOnId}");
                continue;
            }
            if (line.Entry.Act != RegisterAct.SignOn) yield return new(FindingKind.EndorserWithdrew, name, null, $"{line.Number}");
            else if (!CountedSignOns.Counts(package.Statement, line.Entry.TextVersion))
                yield return new(FindingKind.EndorserOfOtherVersion, name, $"{package.Statement.Version}", $"{line.Entry.TextVersion}");
            if (endorser.Commitment is var commitment && commitment != line.Entry.Endorser)
                yield return new(FindingKind.EndorserDoesNotFit, name, line.Entry.Endorser, commitment);
        }
        var counted = CountedSignOns.Of(package.Statement, package.Register);
        foreach (var person in package.Individuals.Where(person => !seen.Add(person) || !counted.ContainsKey(person)))
            yield return new(FindingKind.IndividualNotCounted, $"{person}");
    }
}
