using Mekong.Advocacy.Engines.PrivatePostgres;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.PrivatePostgres;

public sealed class PrivateClusterTests : PrivateClusterSpec
{
    [Fact]
    public async Task The_first_start_makes_a_database_that_takes_connections()
    {
        await using var postgres = await Start();
        Assert.Equal("advocacy|UTF8|127.0.0.1||UTC", await Ask(postgres.ConnectionString,
            "select concat_ws('|', current_database(), current_setting('server_encoding'), current_setting('listen_addresses'), current_setting('unix_socket_directories'), current_setting('timezone'))"));
        Assert.Equal(["postgres", "postgres.json", "postgres.lock", "postgres.start.lock"],
            Directory.GetFileSystemEntries(Data).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_password_is_asked_for_and_only_the_owner_can_read_it()
    {
        await using var postgres = await Start();
        var wrong = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "guessed" }.ConnectionString;
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Ask(wrong, "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Data, "postgres.json")));
    }

    [Fact]
    public async Task A_live_database_is_durable_and_a_test_database_is_not()
    {
        const string settings = "select concat_ws(' ', current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'), current_setting('shared_buffers'))";
        await using (var postgres = await Start()) Assert.Equal("off off off 32MB", await Ask(postgres.ConnectionString, settings));
        using var elsewhere = new Kernel.TestFolder();
        await using var live = await PrivateCluster.Start(elsewhere.Path, null, Log, Stop);
        Assert.Equal("on on on 128MB", await Ask(live.ConnectionString, settings));
    }

    [Fact]
    public async Task The_last_user_to_leave_stops_the_server()
    {
        var first = await Start();
        var second = await Start();
        Assert.Equal(first.ConnectionString, second.ConnectionString);
        await first.DisposeAsync();
        Assert.Equal("1", await Ask(second.ConnectionString, "select 1::text"));
        await second.DisposeAsync();
        await Assert.ThrowsAsync<NpgsqlException>(() => Ask(second.ConnectionString, "select 1"));
        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task Users_who_come_and_go_at_once_never_meet_a_stopped_server()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var postgres = await Start();
            Assert.Equal("1", await Ask(postgres.ConnectionString, "select 1::text"));
        }));
        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task A_restart_finds_the_data_on_the_same_port()
    {
        string before;
        await using (var postgres = await Start())
        {
            before = postgres.ConnectionString;
            await Ask(before, "create table kept as select 'the Sesan petition' as title");
        }
        await using var again = await Start();
        Assert.Equal(before, again.ConnectionString);
        Assert.Equal("the Sesan petition", await Ask(again.ConnectionString, "select title from kept"));
    }

    [Fact]
    public async Task A_port_that_somebody_took_meanwhile_is_exchanged_for_another()
    {
        int port;
        await using (var postgres = await Start()) port = new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Port;
        using var somebody = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
        somebody.Start();
        await using var again = await Start();
        Assert.NotEqual(port, new NpgsqlConnectionStringBuilder(again.ConnectionString).Port);
        Assert.Equal("1", await Ask(again.ConnectionString, "select 1::text"));
    }
}
