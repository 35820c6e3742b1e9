using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>Makes the database's folder, whole or not at all.</summary>
internal static class ClusterFolder
{
    /// <summary>The major version of the folder that is there, or none if there is no folder yet.</summary>
    public static int? Major(ClusterPaths paths)
    {
        if (!Directory.Exists(paths.Folder)) return null;
        _ = Directory.EnumerateFileSystemEntries(paths.Folder).Any(); // throws when the folder is closed to us
        if (File.Exists(paths.VersionFile))
            return int.Parse(File.ReadAllText(paths.VersionFile).Trim(), CultureInfo.InvariantCulture);
        throw new PrivatePostgresException(
            $"The folder {paths.Folder} is not a PostgreSQL database (it has no PG_VERSION) and was left alone: move it away, or choose another data folder (Advocacy__DataDirectory).");
    }

    public static async Task Make(
        ClusterPaths paths, PostgresBinaries binaries, ServerAccount account, PrivatePostgresOptions options, ILogger log, CancellationToken ct)
    {
        log.LogInformation("Making a new database in {Folder}.", paths.Folder);
        var access = ClusterAccess.New();
        var made = await Initdb(paths, binaries, account, options, access, "C.UTF-8", ct);
        if (!made.Succeeded) made = await Initdb(paths, binaries, account, options, access, "C", ct);
        if (!made.Succeeded) throw new PrivatePostgresException($"The database could not be made in {paths.Folder}: {Reason(made.Output)}");
        await File.AppendAllTextAsync(Path.Combine(paths.HalfMade, "postgresql.conf"), ClusterSettings.Text(options), ct);
        access.Write(paths); // before the folder gets its name: a database is never without its password
        Directory.Move(paths.HalfMade, paths.Folder);
    }

    private static string Reason(string output) =>
        output.Split('\n').FirstOrDefault(line => line.StartsWith("initdb: error:", StringComparison.Ordinal)) ?? output;

    private static async Task<Command> Initdb(
        ClusterPaths paths, PostgresBinaries binaries, ServerAccount account, PrivatePostgresOptions options,
        ClusterAccess access, string locale, CancellationToken ct)
    {
        if (Directory.Exists(paths.HalfMade)) Directory.Delete(paths.HalfMade, recursive: true);
        PrivateFile.CreateFolder(paths.HalfMade);
        await account.Give(paths.HalfMade, ct);
        File.Delete(paths.PasswordForInitdb);
        try
        {
            PrivateFile.Write(paths.PasswordForInitdb, access.Password);
            await account.Give(paths.PasswordForInitdb, ct);
            string[] durability = options.Durable ? ["--data-checksums"] : ["--no-sync"];
            return await Command.Run(
                [
                    .. account.Prefix, binaries.Initdb, $"--pgdata={paths.HalfMade}", $"--username={access.User}",
                    $"--pwfile={paths.PasswordForInitdb}", "--auth=scram-sha-256", "--encoding=UTF8", $"--locale={locale}",
                    "--lc-messages=C", .. durability,
                ],
                ct);
        }
        finally
        {
            File.Delete(paths.PasswordForInitdb);
        }
    }
}
