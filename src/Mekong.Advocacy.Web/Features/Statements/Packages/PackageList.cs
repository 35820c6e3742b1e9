using System.Globalization;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Web.Features.Alerts.Reporting;

namespace Mekong.Advocacy.Web.Features.Statements.Packages;

/// <summary>The organisations of a package as list.csv, in the order of the register. A sealed one is a line without a name; people are not in it.</summary>
internal static class PackageList
{
    public const string Name = "list.csv";

    public static byte[] Of(StatementPackage package)
    {
        var named = package.Endorsers.ToDictionary(endorser => endorser.SignOnId);
        var people = package.Individuals.ToHashSet();
        return ReportCsv.Of(
        [
            ["entry", "name", "other_names", "country", "display", "language_read", "text_version", "signed_at", "sign_on"],
            .. CountedSignOns.Of(package.Statement, package.Register).Values.Where(line => !people.Contains(line.Entry.SignOnId)).OrderBy(line => line.Number)
                .Select(line => Row(line, named.GetValueOrDefault(line.Entry.SignOnId))),
        ]);
    }

    private static object?[] Row(PackageEntry line, PackageEndorser? endorser) =>
    [
        line.Number.ToString(CultureInfo.InvariantCulture), endorser is { Names: [var first, ..] } ? first.Name : null,
        string.Join(" · ", endorser?.Names.Skip(1).Select(name => name.Name) ?? []), endorser?.Country,
        endorser is null ? "sealed" : endorser.Display == PackageDisplay.Public ? "public" : "addressee",
        line.Entry.Language, line.Entry.TextVersion, EntryForm.Instant(line.Entry.At), line.Entry.SignOnId,
    ];
}
