using Mekong.Advocacy.Domain.Registers;
using static Mekong.Advocacy.Domain.Tests.Registers.Packages.Sample;

namespace Mekong.Advocacy.Domain.Tests.Registers.Packages;

/// <summary>What is wrong is named where it is, by somebody who has the package and nothing else.</summary>
public sealed class PackageCheckTests
{
    private static readonly PackageRegister Register = Package.Register;

    [Fact]
    public void An_untouched_package_fits_and_counts_organisations_apart_from_people()
    {
        Assert.Empty(Check(Json));
        Assert.Equal(new PackageCounts(Organisations: 6, Named: 5, Sealed: 1, Individuals: 1), Package.Counts);
        Assert.Equal(Digest.Of(Json), PackageCheck.Of(Json).PackageHash);
    }

    [Fact]
    public void A_changed_text_is_named_with_both_hashes()
    {
        var text = Texts[1];
        var found = TextCanon.HashAsItStands("km", 2, text.Title, text.Body.Replace("\u200B", "", StringComparison.Ordinal)).ToString();
        Assert.Contains(new(FindingKind.TextChanged, "km", text.Hash, found), Check(Replaced("\u200B", "")));
    }

    [Fact]
    public void A_changed_text_with_its_hash_is_not_the_one_that_was_signed()
    {
        var forged = PackageText.Of("km", 2, PackageTextRole.Authentic, Texts[1].Title, "សូមរង់ចាំ។");
        Assert.Equal([new(FindingKind.TextNotSigned, "km", Texts[1].Hash, forged.Hash)], Check(Package with { Texts = [Texts[0], forged, Texts[2], Texts[3]] }));
        Assert.Equal([new(FindingKind.TextMissing, "en v1")], Check(Package with { Texts = Texts[..3] }));
    }

    [Fact]
    public void A_changed_entry_is_named_with_both_hashes()
    {
        var forged = Entries[5] with { At = Entries[5].At.AddMilliseconds(1) };
        var root = MerkleTree.Root(Entries.Select(entry => EntryForm.Leaf(entry == Entries[5] ? forged : entry)));
        Assert.Equal(
            [new(FindingKind.EntryChanged, "6", Register.Entries[5].Leaf, EntryForm.Leaf(forged).ToString()), new(FindingKind.RootWrong, "root", Register.Root, root.ToString())],
            Check(Package with { Register = With(6, Register.Entries[5] with { Entry = forged }) }));
    }

    [Fact]
    public void A_changed_entry_with_its_hash_does_not_follow()
    {
        var forged = Entries[5] with { At = Entries[5].At.AddMilliseconds(1) };
        var findings = Check(Package with { Register = With(6, Register.Entries[5] with { Entry = forged, Leaf = EntryForm.Leaf(forged).ToString() }) });
        Assert.Equal(new(FindingKind.EntryDoesNotFollow, "6"), findings[0]);
    }

    [Fact]
    public void Hashes_that_were_changed_beside_an_entry_are_not_taken_for_the_entry()
    {
        var line = Register.Entries[5];
        Assert.Equal([new(FindingKind.EntryHashChanged, "6", line.Leaf, new('0', 64))], Check(Package with { Register = With(6, line with { Leaf = new('0', 64) }) }));
        Assert.Equal([new(FindingKind.EntryHashChanged, "6", line.Head, new('0', 64))], Check(Package with { Register = With(6, line with { Head = new('0', 64) }) }));
        Assert.Equal([new(FindingKind.EntryOutOfPlace, "6", "6", "7")], Check(Package with { Register = With(6, line with { Number = 7 }) }));
    }

    [Fact]
    public void Counts_size_head_and_root_that_were_changed_are_named()
    {
        Assert.Equal([new(FindingKind.CountWrong, "organisations", "6", "7")], Check(Package with { Counts = Package.Counts with { Organisations = 7 } }));
        Assert.Equal([new(FindingKind.SizeWrong, "size", "11", "10")], Check(Package with { Register = Register with { Size = 10 } }));
        Assert.Equal([new(FindingKind.ChainHeadWrong, "head", new('0', 64), Register.Head)], Check(Package with { Register = Register with { Head = new('0', 64) } }));
        Assert.Equal([new(FindingKind.RootWrong, "root", new('0', 64), Register.Root)], Check(Package with { Register = Register with { Root = new('0', 64) } }));
    }

    [Fact]
    public void A_register_of_another_statement_is_one_finding_and_not_one_for_each_entry() =>
        Assert.Contains(new(FindingKind.OtherStatement, $"{Guid.Empty}"), Check(Replaced($"{StatementId}", $"{Guid.Empty}")));

    [Fact]
    public void What_no_hash_of_the_register_covers_is_sealed()
    {
        Assert.Equal(["addressee"], Check(Replaced("Ministry of Labour", "Ministry of Labor")).Where(finding => finding.Kind == FindingKind.Seal).Select(finding => finding.Place));
        Assert.Equal([FindingKind.Seal], Check(Replaced("\"made\":\"2026-10-22", "\"made\":\"2026-10-21")).Select(finding => finding.Kind));
    }

    private static PackageRegister With(int number, PackageEntry line) => Register with { Entries = [.. Register.Entries.Select(each => each.Number == number ? line : each)] };
}
