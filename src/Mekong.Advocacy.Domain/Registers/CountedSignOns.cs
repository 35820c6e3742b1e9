namespace Mekong.Advocacy.Domain.Registers;

/// <summary>
/// Whose sign-on counts by the register: the last act on it is a sign-on, and to this version of the text or to one whose sign-ons are carried on.
/// </summary>
public static class CountedSignOns
{
    /// <summary>The last act on each sign-on, whatever it was.</summary>
    public static Dictionary<Guid, PackageEntry> LastActs(PackageRegister register)
    {
        var last = new Dictionary<Guid, PackageEntry>();
        foreach (var entry in register.Entries) last[entry.Entry.SignOnId] = entry;
        return last;
    }

    public static Dictionary<Guid, PackageEntry> Of(PackageStatement statement, PackageRegister register) =>
        LastActs(register).Where(last => last.Value.Entry.Act == RegisterAct.SignOn && Counts(statement, last.Value.Entry.TextVersion)).ToDictionary();

    public static bool Counts(PackageStatement statement, int version) => version == statement.Version || statement.Carried.Contains(version);
}
