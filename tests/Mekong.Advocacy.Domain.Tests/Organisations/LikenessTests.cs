using Mekong.Advocacy.Domain.Organisations;

namespace Mekong.Advocacy.Domain.Tests.Organisations;

public sealed class LikenessTests
{
    private static readonly OrganisationPrint Known = new(["Homeward Cambodia", "សមាគមវិលត្រឡប់មកផ្ទះ", "Hội Người trở về"], "HWC", "KH");

    private static Likeness? Of(string name, string? acronym = null, string country = "KH") => new OrganisationPrint([name], acronym, country).Compare(Known);

    [Theory]
    [InlineData("HOMEWARD CAMBODIA", Likeness.SameName)]
    [InlineData("វិល\u200Bត្រឡប់មកផ្ទះ", Likeness.SameName)]
    [InlineData("Homewards Cambodia", Likeness.SimilarName)]
    [InlineData("Homeward Cambodias", Likeness.SimilarName)]
    [InlineData("Cambodia Homeward", Likeness.SimilarName)]
    [InlineData("Nguoi tro ve", Likeness.SimilarName)]
    [InlineData("វិលត្រលប់មកផ្ទះ", Likeness.SimilarName)]
    [InlineData("H.W.C.", Likeness.SameAcronym)]
    [InlineData("Healthy Women's Circle", Likeness.SameAcronym)]
    [InlineData("Homeward Cambodia Battambang", Likeness.BranchOrParent)]
    [InlineData("សាខាបាត់ដំបងវិលត្រឡប់មកផ្ទះ", Likeness.BranchOrParent)]
    [InlineData("Tonle Workers' Circle", null)]
    [InlineData("ក្រុមពលករទន្លេ", null)]
    public void A_name_is_recognised_in_its_country(string name, Likeness? likeness) => Assert.Equal(likeness, Of(name));

    [Fact]
    public void The_same_name_elsewhere_is_perhaps_the_same_and_an_acronym_elsewhere_means_nothing()
    {
        Assert.Equal(Likeness.SameNameElsewhere, Of("Homeward Cambodia", country: "TH"));
        Assert.Null(Of("Hill Water Committee", "HWC", "TH"));
        Assert.Equal(Likeness.SameAcronym, Of("Hill Water", "hwc"));
    }

    [Fact]
    public void Fourteen_organisations_of_one_network_are_not_taken_for_one_another()
    {
        string[] network =
        [
            "Homeward Cambodia", "Tonle Workers' Circle", "Lotus Road Women's Group", "Champa Bridge Association", "Riverside Learning House", "Padauk Return Support Group",
            "Golden Lamp Legal Aid", "Morning Market Workers' Association", "Border Lamp Schools", "Nets and Families Foundation", "Red River Returnees' Club", "Lotus Plain Health Circle",
            "Kapok Border Families Centre", "Tea Road Mutual Aid Society",
        ];
        var prints = network.Select(name => new OrganisationPrint([name], null, "KH")).ToList();
        Assert.Empty(prints.SelectMany((one, i) => prints.Skip(i + 1).Where(other => one.Compare(other) is not null)));
    }
}
