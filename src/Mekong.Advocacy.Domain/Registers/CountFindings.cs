using System.Globalization;

namespace Mekong.Advocacy.Domain.Registers;

/// <summary>Whether the counts are those that the register and the lists give.</summary>
internal static class CountFindings
{
    public static IEnumerable<Finding> In(StatementPackage package)
    {
        var (claimed, individuals) = (package.Counts, package.Individuals.Count);
        var organisations = CountedSignOns.Of(package.Statement, package.Register).Count - individuals;
        (string Name, int Expected, int Found)[] counts =
        [
            ("organisations", organisations, claimed.Organisations),
            ("named", package.Endorsers.Count, claimed.Named),
            ("sealed", organisations - package.Endorsers.Count, claimed.Sealed),
            ("individuals", individuals, claimed.Individuals),
        ];
        return counts.Where(count => count.Expected != count.Found).Select(count =>
            new Finding(FindingKind.CountWrong, count.Name, count.Expected.ToString(CultureInfo.InvariantCulture), count.Found.ToString(CultureInfo.InvariantCulture)));
    }
}
