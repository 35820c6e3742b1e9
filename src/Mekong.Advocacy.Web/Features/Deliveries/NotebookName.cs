namespace Mekong.Advocacy.Web.Features.Deliveries;

/// <summary>Whose a notebook is, and since when the machine ran that it was kept on.</summary>
/// <param name="Boot">Empty where the system does not say.</param>
internal sealed record NotebookName(string Channel, Guid Owner, Guid Boot)
{
    private const string Ending = ".notes";

    /// <summary>Another one after each start of the system (random(4), boot_id).</summary>
    public static Guid ThisBoot { get; } = ReadBoot();

    /// <summary>The file outlives a process at once, the machine's power a few milliseconds later: only then is its end sure to be there.</summary>
    public bool IsOfThisBoot => Boot != Guid.Empty && Boot == ThisBoot;

    /// <returns>Null where the file is named otherwise.</returns>
    public static NotebookName? Read(string path)
    {
        var parts = Path.GetFileNameWithoutExtension(path).Split('-');
        return parts.Length == 3 && path.EndsWith(Ending, StringComparison.Ordinal)
            && Guid.TryParseExact(parts[1], "N", out var owner) && Guid.TryParseExact(parts[2], "N", out var boot) ? new(parts[0], owner, boot) : null;
    }

    public override string ToString() => $"{Channel}-{Owner:N}-{Boot:N}{Ending}";

    private static Guid ReadBoot()
    {
        try { return Guid.Parse(File.ReadAllText("/proc/sys/kernel/random/boot_id")); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException) { return Guid.Empty; }
    }
}
