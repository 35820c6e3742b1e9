using System.Text;
using Mekong.Advocacy.Domain.Registers;

namespace Mekong.Advocacy.Domain.Tests.Registers;

public sealed class EndorserCommitmentTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(1, 16).Select(n => (byte)n)];
    private static readonly Guid Id = Guid.Parse("0192d0a0-0000-7000-8000-00000000000a");
    private static readonly (string, string)[] Names = [("vi", "Hội Người lao động"), ("en", "Workers' Union")];

    [Fact]
    public void It_does_not_depend_on_the_order_of_names_or_how_letters_are_composed() => Assert.Single(new[]
    {
        EndorserCommitment.Of(Salt, Id, Names, "VN"),
        EndorserCommitment.Of(Salt, Id, [.. Names.Reverse()], "VN"),
        EndorserCommitment.Of(Salt, Id, [("vi", "Hội Người lao động".Normalize(NormalizationForm.FormD)), ("en", "Workers' Union")], "VN"),
    }.Distinct());

    [Fact]
    public void It_changes_with_salt_id_country_and_every_name() => Assert.Equal(7, new[]
    {
        EndorserCommitment.Of(Salt, Id, Names, "VN"),
        EndorserCommitment.Of([.. Salt.Reverse()], Id, Names, "VN"),
        EndorserCommitment.Of(Salt, Guid.Empty, Names, "VN"),
        EndorserCommitment.Of(Salt, Id, Names, "KH"),
        EndorserCommitment.Of(Salt, Id, [Names[0]], "VN"),
        EndorserCommitment.Of(Salt, Id, [Names[0], ("en", "Workers Union")], "VN"),
        EndorserCommitment.Of(Salt, Id, [Names[0], ("th", "Workers' Union")], "VN"),
    }.Distinct().Count());

    [Fact]
    public void A_salt_has_sixteen_bytes() => Assert.Throws<ArgumentException>(() => EndorserCommitment.Of([1, 2, 3], Id, Names, "VN"));

    [Fact]
    public void The_public_id_of_a_sign_on_is_a_UUID_that_only_the_salt_leads_to()
    {
        var shown = EndorserCommitment.PublicSignOnId(Salt, Id);
        Assert.Equal(shown, EndorserCommitment.PublicSignOnId(Salt, Id));
        Assert.NotEqual(shown, EndorserCommitment.PublicSignOnId([.. Salt.Reverse()], Id));
        Assert.Equal((8, 0b10), (shown.Version, shown.Variant >> 2));
    }
}
