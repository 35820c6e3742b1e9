using System.Diagnostics;
using System.Globalization;
using Mekong.Advocacy.Engines.PrivatePostgres;

namespace Mekong.Advocacy.Web.Tests.Engines.PrivatePostgres;

public sealed class PrivateClusterAfterAccidentsTests : PrivateClusterSpec
{
    [Fact]
    public async Task A_killed_server_is_started_again_with_its_data()
    {
        await using var postgres = await Start(new PrivatePostgresOptions());
        await Ask(postgres.ConnectionString, "create table kept as select 'Xayaburi' as title");
        await KillServer();
        await using var again = await Start();
        Assert.Equal("Xayaburi", await Ask(again.ConnectionString, "select title from kept"));
    }

    [Fact]
    public async Task A_server_that_outlived_its_user_is_found_and_stopped_at_the_end()
    {
        await using (await Start()) { }
        await StartServerThatNobodyUses();
        var pid = ServerPid();
        await using (var found = await Start())
        {
            Assert.Equal(pid, ServerPid());
            Assert.Equal("1", await Ask(found.ConnectionString, "select 1::text"));
        }
        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task A_process_number_that_now_belongs_to_another_program_does_not_prevent_a_start()
    {
        await using (await Start()) { }
        string[] another = [.. (await ServerAccount.Choose(Stop)).Prefix, "sleep", "600"];
        using var program = Process.Start(another[0], another[1..]);
        var noted = new[] { program.Id.ToString(CultureInfo.InvariantCulture), Path.Combine(Data, "postgres"), "1700000000", "5432", "", "127.0.0.1", "  1234567    65536", "ready   " };
        await File.WriteAllLinesAsync(PidFile, noted, Stop);
        try
        {
            await using var postgres = await Start();
            Assert.Equal("1", await Ask(postgres.ConnectionString, "select 1::text"));
        }
        finally
        {
            program.Kill();
        }
    }

    [Fact]
    public async Task A_half_made_folder_is_made_anew()
    {
        Directory.CreateDirectory(Path.Combine(Data, "postgres.new", "base"));
        await File.WriteAllTextAsync(Path.Combine(Data, "postgres.new", "PG_VERSION"), "15", Stop);
        await File.WriteAllTextAsync(Path.Combine(Data, "postgres.password"), "left behind", Stop);
        await using var postgres = await Start();
        Assert.Equal("1", await Ask(postgres.ConnectionString, "select 1::text"));
        Assert.False(Directory.Exists(Path.Combine(Data, "postgres.new")));
        Assert.False(File.Exists(Path.Combine(Data, "postgres.password")));
    }

    // What a killed process leaves behind: the kernel took its locks, the server runs on.
    private async Task StartServerThatNobodyUses()
    {
        var paths = new ClusterPaths(Data);
        var account = await ServerAccount.Choose(Stop);
        var binaries = await PostgresBinaries.Find(null, account, paths.Folder, ClusterFolder.Major(paths), Stop);
        await new ClusterServer(paths, binaries, account, Log).Start(FreePort.Any(), Stop);
    }

    private int ServerPid() => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    private async Task KillServer()
    {
        using var server = Process.GetProcessById(ServerPid());
        server.Kill();
        await server.WaitForExitAsync(Stop);
    }
}
