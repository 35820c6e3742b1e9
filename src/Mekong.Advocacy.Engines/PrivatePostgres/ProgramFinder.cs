namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>Finds a program on PATH or in the system folders that an ordinary PATH may lack.</summary>
internal static class ProgramFinder
{
    private static readonly string[] SystemFolders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"];

    public static IReadOnlyList<string> OnPath { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);

    public static string? Find(string program) =>
        OnPath.Concat(SystemFolders).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
