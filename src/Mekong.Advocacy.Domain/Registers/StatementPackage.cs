namespace Mekong.Advocacy.Domain.Registers;

/// <summary>What is delivered to an addressee: texts, endorsers and register as they stood at one moment, so that anybody can check them offline.</summary>
public sealed record StatementPackage(
    PackageStatement Statement, PackageAddressee Addressee, DateTimeOffset Made, IReadOnlyList<PackageText> Texts, IReadOnlyList<PackageCorrigendum> Corrigenda,
    IReadOnlyList<PackageEndorser> Endorsers, IReadOnlyList<Guid> Individuals, PackageCounts Counts, IReadOnlyList<PackageFile> Files, PackageRegister Register)
{
    /// <summary>Counts, hashes, chain and root follow from the rest. Nothing is left out: every line of the register goes in, also those of withdrawals.</summary>
    /// <param name="endorsers">Those who are named to this addressee; whoever else counts in the register is counted as sealed.</param>
    /// <param name="individuals">Sign-on ids, as the register has them, of people who signed for themselves.</param>
    /// <param name="entries">The statement's register in order, up to the moment the package is made.</param>
    public static StatementPackage Of(
        PackageStatement statement, PackageAddressee addressee, DateTimeOffset made, IReadOnlyList<PackageText> texts, IReadOnlyList<PackageCorrigendum> corrigenda,
        IReadOnlyList<PackageEndorser> endorsers, IReadOnlyList<Guid> individuals, IReadOnlyList<PackageFile> files, IEnumerable<RegisterEntry> entries)
    {
        var register = PackageRegister.Of(statement.Id, entries);
        var organisations = CountedSignOns.Of(statement, register).Count - individuals.Count;
        return new(
            statement, addressee, made, texts, corrigenda, [.. endorsers.Select(Ordered)], individuals,
            new PackageCounts(organisations, endorsers.Count, organisations - endorsers.Count, individuals.Count), files, register);
    }

    private static PackageEndorser Ordered(PackageEndorser endorser) => endorser with
    {
        Names = [.. EndorserCommitment.Ordered(endorser.Names.Select(name => (name.Language, name.Name))).Select(name => new PackageName(name.Language, name.Name))],
    };
}
