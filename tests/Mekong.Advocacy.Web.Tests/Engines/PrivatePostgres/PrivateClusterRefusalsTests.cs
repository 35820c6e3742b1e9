using Mekong.Advocacy.Engines.PrivatePostgres;

namespace Mekong.Advocacy.Web.Tests.Engines.PrivatePostgres;

public sealed class PrivateClusterRefusalsTests : PrivateClusterSpec
{
    [Fact]
    public async Task Somebody_elses_folder_is_named_and_left_alone()
    {
        var theirs = Path.Combine(Data, "postgres", "thesis.odt");
        Directory.CreateDirectory(Path.GetDirectoryName(theirs)!);
        await File.WriteAllTextAsync(theirs, "two years of work", Stop);
        Assert.Equal(
            $"The folder {Data}/postgres is not a PostgreSQL database (it has no PG_VERSION) and was left alone: move it away, or choose another data folder (Advocacy__DataDirectory).",
            await RefusalToStart());
        Assert.Equal("two years of work", await File.ReadAllTextAsync(theirs, Stop));
    }

    [Fact]
    public async Task Missing_server_programs_are_named_with_the_package_that_has_them() =>
        Assert.Equal(
            "PostgreSQL's server programs (initdb, pg_ctl, postgres) were not found: install the package postgresql, or set Advocacy__Database to a server of your own.",
            await RefusalToStart(new() { BinaryFolders = ["/nowhere/bin"] }));

    [Fact]
    public async Task A_database_of_another_major_version_is_not_touched()
    {
        Directory.CreateDirectory(Path.Combine(Data, "postgres"));
        await File.WriteAllTextAsync(Path.Combine(Data, "postgres", "PG_VERSION"), "9\n", Stop);
        Assert.Matches(
            $"^The database in {Data}/postgres was made by PostgreSQL 9 but only PostgreSQL [0-9]+ is installed here: install PostgreSQL 9 or convert the folder with pg_upgrade.$",
            await RefusalToStart());
    }

    [Fact]
    public async Task A_lost_password_file_is_named()
    {
        await using (await Start()) { }
        File.Delete(Path.Combine(Data, "postgres.json"));
        Assert.Equal(
            $"{Data}/postgres.json is missing or unreadable, so nobody can log in to the database in {Data}/postgres: restore it from your backup.",
            await RefusalToStart());
    }

    [Fact]
    public async Task A_setting_the_server_rejects_is_quoted_from_its_log()
    {
        await using (await Start()) { }
        await File.AppendAllTextAsync(Path.Combine(Data, "postgres", "postgresql.conf"), "max_connections = many\n", Stop);
        Assert.Contains("""invalid value for parameter "max_connections": "many" """.Trim(), await RefusalToStart(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_closed_to_the_servers_account_is_named()
    {
        if (!Environment.IsPrivilegedProcess) Assert.Skip("Only root lends the server another account.");
        var closed = Path.Combine(Data, "closed");
        Directory.CreateDirectory(closed);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var refusal = await Assert.ThrowsAsync<PrivatePostgresException>(
            () => PrivateCluster.Start(Path.Combine(closed, "data"), PrivatePostgresOptions.ForTests, Log, Stop));
        Assert.StartsWith($"The folder {closed} is closed to the user ", refusal.Message, StringComparison.Ordinal);
    }
}
