using System.Globalization;
using System.Text.RegularExpressions;

namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>One installation of PostgreSQL's server programs, and its major version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    private static readonly (string Parent, string Pattern)[] WherePackagesPutThem =
    [
        ("/usr/lib/postgresql", "*"), ("/usr", "pgsql-*"),
        ("/opt/homebrew/opt", "postgresql*"), ("/usr/local/opt", "postgresql*"),
    ];

    public string Initdb => Path.Combine(Folder, "initdb");
    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>The installation for a data folder of this major version, or for a new one the first that is found.</summary>
    public static async Task<PostgresBinaries> Find(
        IReadOnlyList<string>? folders, ServerAccount account, string dataFolder, int? major, CancellationToken ct)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in (folders ?? UsualFolders()).Distinct())
        {
            if (!Needed.All(program => File.Exists(Path.Combine(folder, program)))) continue;
            var answer = await Command.Run([.. account.Prefix, Path.Combine(folder, "postgres"), "--version"], ct);
            if (!answer.Succeeded || Version().Match(answer.Output) is not { Success: true } version) continue;
            var its = int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture);
            if (major is null || its == major) return new PostgresBinaries(folder, its);
            found.Add(new PostgresBinaries(folder, its));
        }
        throw new PrivatePostgresException(found is [var other, ..]
            ? $"The database in {dataFolder} was made by PostgreSQL {major} but only PostgreSQL {other.Major} is installed here: install PostgreSQL {major} or convert the folder with pg_upgrade."
            : $"PostgreSQL's server programs (initdb, pg_ctl, postgres) were not found: install the package postgresql{(major is null ? "" : $"-{major}")}, or set Advocacy__Database to a server of your own.");
    }

    private static IEnumerable<string> UsualFolders() =>
        ProgramFinder.OnPath.Concat(
            from place in WherePackagesPutThem
            where Directory.Exists(place.Parent)
            from folder in Directory.GetDirectories(place.Parent, place.Pattern).OrderByDescending(Number).ThenBy(name => name, StringComparer.Ordinal)
            select Path.Combine(folder, "bin"));

    private static int Number(string folder) =>
        int.TryParse(LastNumber().Match(folder).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"[0-9]+$")]
    private static partial Regex LastNumber();

    [GeneratedRegex(@"\(PostgreSQL\) ([0-9]+)")]
    private static partial Regex Version();
}
