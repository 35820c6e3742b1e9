using Mekong.Advocacy.Domain.Organisations;

namespace Mekong.Advocacy.Domain.Tests.Organisations;

/// <summary>Organisations and people of the tests: Dara keeps the register, Bopha and Rith speak for Homeward Cambodia.</summary>
internal static class Known
{
    public static readonly Guid Dara = new("da4a0000-0000-0000-0000-000000000001");
    public static readonly Guid Bopha = new("b09a0000-0000-0000-0000-000000000002");
    public static readonly Guid Rith = new("41740000-0000-0000-0000-000000000003");
    public static readonly Guid Homeward = new("40000000-0000-0000-0000-00000000000a");
    public static readonly Guid Champa = new("c4a00000-0000-0000-0000-00000000000b");
    public static readonly Guid Minutes = new("f11e0000-0000-0000-0000-00000000000c");
    public static readonly Guid Wages = new("57a70000-0000-0000-0000-00000000000d");
    public static readonly Guid Housing = new("57a70000-0000-0000-0000-00000000000e");

    public static readonly DateTimeOffset Monday = new(2026, 11, 2, 2, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Tuesday = Monday.AddDays(1), Wednesday = Monday.AddDays(2), Thursday = Monday.AddDays(3);

    public static readonly OrganisationProfile Profile = new(
        [new("en", "Homeward Cambodia"), new("km", "សមាគមវិលត្រឡប់មកផ្ទះ")], "HWC", "KH");

    public static readonly OrganisationRegistered AsMember = new(Dara, OrganisationStanding.Member, Profile);
    public static readonly OrganisationRegistered AsOutsider = new(Dara, OrganisationStanding.Pending, Profile with { Country = "JP" });
    public static readonly FocalPointNamed BophaNamed = new(Dara, Bopha), RithNamed = new(Dara, Rith);

    public static readonly Mandate Standing = new(new("3a000000-0000-0000-0000-000000000001"), Bopha, MandateKind.Standing, null, Monday, null, null);
    public static readonly Mandate Board = new(new("3a000000-0000-0000-0000-000000000002"), Bopha, MandateKind.Board, null, Tuesday, Thursday, Minutes);
    public static readonly Mandate ForWages = new(new("3a000000-0000-0000-0000-000000000003"), Bopha, MandateKind.Statement, Wages, Monday, null, null);

    /// <summary>A member for which Bopha has a standing mandate.</summary>
    public static Organisation Member { get; } = Organisation.Fold.Over([AsMember, BophaNamed, new MandateGranted(Dara, Standing)]);

    public static OrganisationStandingChanged Became(OrganisationStanding standing, string? reason = null) => new(Dara, standing, reason);
}
