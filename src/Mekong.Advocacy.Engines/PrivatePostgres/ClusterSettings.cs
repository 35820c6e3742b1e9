namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>The settings a new database starts with. They stand at the end of its postgresql.conf, where an operator may change them.</summary>
internal static class ClusterSettings
{
    /// <summary>Given on the command line at every start, so that no edited file can open the server to a network.</summary>
    public static string CommandLine(int port) => $"-p {port} -h 127.0.0.1 -c unix_socket_directories=''";

    // Logged statements, parameters and details would put people's names and numbers into the log.
    public static string Text(PrivatePostgresOptions options) =>
        $"""

        # Written once, when this folder was made. Yours may follow; the last line of a name counts.
        max_connections = 200
        shared_buffers = {options.SharedBuffers}
        password_encryption = scram-sha-256
        max_prepared_transactions = 0
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%m [%p] '
        log_checkpoints = off
        log_error_verbosity = terse
        log_min_error_statement = panic
        fsync = {OnOff(options.Durable)}
        full_page_writes = {OnOff(options.Durable)}
        synchronous_commit = {OnOff(options.Durable)}

        """;

    private static string OnOff(bool on) => on ? "on" : "off";
}
