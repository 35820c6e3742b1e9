using Mekong.Advocacy.Domain.Registers;
using static Mekong.Advocacy.Domain.Tests.Registers.Packages.Sample;

namespace Mekong.Advocacy.Domain.Tests.Registers.Packages;

/// <summary>Packages whose hashes all fit, because somebody made them anew, and which still say what cannot be.</summary>
public sealed class PackageSignOnTests
{
    [Fact]
    public void A_name_that_does_not_fit_its_commitment_is_named()
    {
        var forged = Endorsers[2] with { Names = [new("en", "Employers' Club"), Endorsers[2].Names[1]] };
        Assert.Equal(
            [new(FindingKind.EndorserDoesNotFit, "Employers' Club", Endorsers[2].Commitment, forged.Commitment)],
            Check(Of(Entries, [Endorsers[0], Endorsers[1], forged, Endorsers[3], Endorsers[4]])));
    }

    [Fact]
    public void Who_is_listed_without_a_sign_on_that_counts_is_named()
    {
        Assert.Equal(
            [new(FindingKind.EndorserNotInRegister, "Union 9", null, $"{SignOnId(9)}"), new(FindingKind.EndorserWithdrew, "Union 4", null, "8"), new(FindingKind.EndorserDoubled, "Union 1")],
            Check(Of(Entries, [.. Endorsers, Endorser(9), Endorser(4), Endorser(1)])));
        var lapsed = Of(Entries, Endorsers) with { Statement = Statement with { Carried = [] } };
        Assert.Contains(new(FindingKind.EndorserOfOtherVersion, "Union 1", "2", "1"), Check(lapsed));
    }

    [Fact]
    public void An_entry_taken_out_with_all_hashes_made_anew_leaves_its_endorser_without_a_sign_on() =>
        Assert.Equal([new(FindingKind.EndorserNotInRegister, "Union 3", null, $"{SignOnId(3)}")], Check(Of(Entries.Where((_, at) => at != 2), Endorsers)));

    [Fact]
    public void A_person_without_a_sign_on_that_counts_is_named() =>
        Assert.Contains(new(FindingKind.IndividualNotCounted, $"{SignOnId(4)}"), Check(Package with { Individuals = [SignOnId(8), SignOnId(4)] }));

    [Fact]
    public void Signing_outside_the_window_is_named()
    {
        var late = Line(12, RegisterAct.SignOn, 9) with { At = Closes };
        var early = Line(12, RegisterAct.SignOn, 10) with { At = Opened.AddMilliseconds(-1) };
        Assert.Equal(
            [new(FindingKind.SignedAfterClosing, "12", "2026-10-21T17:00:00.000Z", "2026-10-21T17:00:00.000Z"), new(FindingKind.SignedBeforeOpening, "13", "2026-10-01T02:00:00.000Z", "2026-10-01T01:59:59.999Z")],
            Check(Of([.. Entries, late, early], Endorsers)));
        Assert.Empty(Check(Of([.. Entries, late with { At = Closes.AddMilliseconds(-1) }], Endorsers)));
    }

    [Fact]
    public void Sign_ons_of_another_text_and_version_are_named()
    {
        var otherText = Line(12, RegisterAct.SignOn, 9) with { TextHash = new('d', 64) };
        var otherVersion = Line(13, RegisterAct.SignOn, 10) with { TextVersion = 3 };
        Assert.Equal(
            [new(FindingKind.EntryOfOtherText, "12", Texts[0].Hash, new('d', 64)), new(FindingKind.EntryOfOtherVersion, "13", "2", "3")],
            Check(Of([.. Entries, otherText, otherVersion], Endorsers)));
    }

    [Fact]
    public void Signing_twice_and_withdrawing_what_was_never_signed_are_named()
    {
        Assert.Equal([new(FindingKind.SignOnDoubled, "12", null, $"{SignOnId(3)}")], Check(Of([.. Entries, Line(12, RegisterAct.SignOn, 3)], Endorsers)));
        Assert.Equal([new(FindingKind.ActWithoutSignOn, "12", null, $"{SignOnId(9)}")], Check(Of([.. Entries, Line(12, RegisterAct.Withdrawal, 9)], Endorsers)));
    }

    [Fact]
    public void Only_the_published_root_shows_that_all_was_made_anew()
    {
        var atClosing = new PublishedRoot(Package.Register.Root, 11);
        var forged = Of([.. Entries.Select((entry, at) => at == 9 ? entry with { At = entry.At.AddSeconds(1) } : entry)], Endorsers);
        Assert.Empty(Check(forged));
        Assert.Equal([new(FindingKind.PublishedRootWrong, "root", atClosing.Root, forged.Register.Root)], Check(forged, atClosing));
        Assert.Equal([new(FindingKind.PublishedRootWrong, "root", atClosing.Root, forged.Register.Root)], Check(forged, atClosing with { Size = null }));
        Assert.Equal([new(FindingKind.PublishedSizeWrong, "root", "12", "11")], Check(Package, atClosing with { Size = 12 }));
    }

    [Fact]
    public void A_root_that_was_published_earlier_fits_the_beginning()
    {
        var grown = PackageJson.Write(Of([.. Entries, Line(12, RegisterAct.Withdrawal, 3)], [.. Endorsers.Where(each => each != Endorsers[2])]));
        var report = PackageCheck.Of(grown, PublishedRoot.Read(Package.Register.Root.ToUpperInvariant()));
        Assert.Empty(report.Findings);
        Assert.Equal(11, report.PublishedSize);
        Assert.Empty(PackageCheck.Of(grown, PublishedRoot.Read($"11:{Package.Register.Root}")).Findings);
        Assert.Null(PublishedRoot.Read("11"));
    }
}
