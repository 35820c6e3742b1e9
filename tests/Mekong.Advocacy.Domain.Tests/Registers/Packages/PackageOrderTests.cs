using FsCheck;
using FsCheck.Fluent;
using Mekong.Advocacy.Domain.Registers;
using Mekong.Advocacy.Domain.Tests.Kernel;
using static Mekong.Advocacy.Domain.Tests.Registers.Packages.Sample;

namespace Mekong.Advocacy.Domain.Tests.Registers.Packages;

/// <summary>Missing, added and reordered entries are named, whether or not the numbers were put in order again.</summary>
public sealed class PackageOrderTests
{
    private static readonly IReadOnlyList<PackageEntry> Lines = Package.Register.Entries;

    private static readonly Gen<int> Places = Gen.Choose(0, Lines.Count - 1);

    private static readonly Gen<bool> Maybe = Gen.Elements(true, false);

    [Fact]
    public void A_missing_entry_is_named() => Quiet.Holds(
        from at in Places from renumbered in Maybe from root in Maybe select (at, renumbered, root), cut =>
            Findings([.. Lines.Where((_, n) => n != cut.at)], cut.renumbered, cut.root, Lines.Count)
                .Any(finding => finding == new Finding(FindingKind.EntryMissing, $"{cut.at + 1}")));

    [Fact]
    public void Where_the_size_was_changed_too_the_break_is_named() => Quiet.Holds(
        from at in Places from renumbered in Maybe select (at, renumbered), cut =>
            Findings([.. Lines.Where((_, n) => n != cut.at)], cut.renumbered, root: true, Lines.Count - 1).Any(finding => cut.at + 1 == Lines.Count
                ? finding.Kind == FindingKind.ChainHeadWrong
                : finding == new Finding(cut.renumbered ? FindingKind.EntryDoesNotFollow : FindingKind.EntryMissing, $"{cut.at + 1}")));

    [Fact]
    public void Several_missing_in_a_row_are_each_named() =>
        Assert.Equal(["4", "5", "6"], Findings([.. Lines.Where(line => line.Number is < 4 or > 6)], renumbered: false, root: true, Lines.Count)
            .Where(finding => finding.Kind == FindingKind.EntryMissing).Select(finding => finding.Place));

    [Fact]
    public void An_added_entry_is_named() => Quiet.Holds(
        from at in Gen.Choose(0, Lines.Count)
        from renumbered in Maybe
        from size in Maybe
        from follows in Maybe
        from root in Maybe
        select (at, renumbered, size, follows, root), put =>
        {
            var entry = Line(3, RegisterAct.SignOn, 9);
            var before = put.at == 0 ? HashChain.Start(StatementId) : Digest.Parse(Lines[put.at - 1].Head);
            var head = put.follows ? HashChain.Next(before, EntryForm.Leaf(entry)).ToString() : new string('c', 64);
            List<PackageEntry> lines = [.. Lines];
            lines.Insert(put.at, new(put.at + 1, entry, EntryForm.Leaf(entry).ToString(), head));
            var findings = Findings(lines, put.renumbered, put.root, Lines.Count + (put.size ? 1 : 0));
            return findings.Any(finding => finding == new Finding(FindingKind.EntryAdded, $"{put.at + 1}")
                || put.follows && finding == new Finding(FindingKind.EntryDoesNotFollow, $"{put.at + 1 + (put.renumbered ? 1 : 0)}"));
        });

    [Fact]
    public void Exchanged_entries_are_named() => Quiet.Holds(
        from one in Places from other in Places where one < other from renumbered in Maybe from root in Maybe select (one, other, renumbered, root), drawn =>
        {
            var (one, other, renumbered, root) = drawn;
            List<PackageEntry> lines = [.. Lines];
            (lines[one], lines[other]) = (lines[other], lines[one]);
            return Findings(lines, renumbered, root, Lines.Count).Any(finding => finding == new Finding(FindingKind.EntriesExchanged, $"{one + 1}", null, $"{other + 1}"));
        });

    [Fact]
    public void A_moved_entry_is_named() => Quiet.Holds(
        from one in Places from to in Places where Math.Abs(one - to) > 1 from renumbered in Maybe select (one, to, renumbered), drawn =>
        {
            List<PackageEntry> lines = [.. Lines.Where((_, n) => n != drawn.one)];
            lines.Insert(drawn.to, Lines[drawn.one]);
            var findings = Findings(lines, drawn.renumbered, root: true, Lines.Count).Where(finding => finding.Kind is >= FindingKind.EntryChanged and <= FindingKind.EntryOutOfPlace).ToList();
            return findings is [{ Kind: FindingKind.EntryOutOfPlace } moved] && (drawn.renumbered || moved.Place == $"{drawn.one + 1}");
        });

    [Fact]
    public void A_whole_register_turned_round_is_found_out_in_reasonable_time()
    {
        var many = Enumerable.Range(0, 2000).Select(n => Line(n % 1000, RegisterAct.SignOn, 5) with { SignOnId = new Guid(n, 1, 1, [.. new byte[8]]) });
        var package = Of(many, []) with { Individuals = [] };
        var turned = package with { Register = package.Register with { Entries = [.. package.Register.Entries.Reverse()] } };
        Assert.Contains(Check(turned), finding => finding == new Finding(FindingKind.EntryOutOfPlace, "1"));
    }

    private static IReadOnlyList<Finding> Findings(List<PackageEntry> lines, bool renumbered, bool root, int size) => Check(Package with
    {
        Register = Package.Register with
        {
            Size = size,
            Root = root ? MerkleTree.Root(lines.Select(line => Digest.Parse(line.Leaf))).ToString() : Package.Register.Root,
            Entries = renumbered ? [.. lines.Select((line, at) => line with { Number = at + 1 })] : lines,
        },
    });
}
