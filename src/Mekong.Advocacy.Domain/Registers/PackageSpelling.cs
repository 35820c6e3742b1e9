namespace Mekong.Advocacy.Domain.Registers;

/// <summary>How a package spells its choices.</summary>
internal static class PackageSpelling
{
    public static string Name(PackageTextRole role) => role == PackageTextRole.Authentic ? "authentic" : "courtesy";

    public static string Name(PackageDisplay display) => display == PackageDisplay.Public ? "public" : "addressee";

    public static PackageTextRole? Role(string name) => name switch
    {
        "authentic" => PackageTextRole.Authentic,
        "courtesy" => PackageTextRole.Courtesy,
        _ => null,
    };

    public static PackageDisplay? Display(string name) => name switch
    {
        "public" => PackageDisplay.Public,
        "addressee" => PackageDisplay.Addressee,
        _ => null,
    };
}
