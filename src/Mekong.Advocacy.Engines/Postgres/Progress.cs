using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>How far a background view has read, in Marten's own table under a name of ours.</summary>
internal static class Progress
{
    /// <summary>The position reached a moment ago; 0: none yet.</summary>
    public static async Task<long> Reached(NpgsqlDataSource database, IProjection view, CancellationToken ct)
    {
        await using var connection = await database.Open(ct);
        await using var command = new NpgsqlCommand("select last_seq_id from es.mt_event_progression where name = @name", connection)
        { Parameters = { new("name", Name(view)) } };
        return (long?)await command.ExecuteScalarAsync(ct) ?? 0;
    }

    /// <summary>The position reached, locked until the transaction ends; null when another node is at it.</summary>
    public static Task<long?> Lock(NpgsqlConnection connection, IProjection view, CancellationToken ct) =>
        Take(connection, view, "for update skip locked", ct);

    /// <summary>Waits for whoever is at it, then keeps everybody from it until the transaction ends.</summary>
    public static Task Hold(NpgsqlConnection connection, IProjection view, CancellationToken ct) => Take(connection, view, "for update", ct);

    public static async Task Move(NpgsqlConnection connection, IProjection view, long position, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            insert into es.mt_event_progression (name, last_seq_id, last_updated) values (@name, @position, now())
            on conflict (name) do update set last_seq_id = @position, last_updated = now()
            """, connection)
        { Parameters = { new("name", Name(view)), new("position", position) } };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<long?> Take(NpgsqlConnection connection, IProjection view, string how, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("insert into es.mt_event_progression (name, last_seq_id) values (@name, 0) on conflict do nothing") { Parameters = { new("name", Name(view)) } },
                new($"select last_seq_id from es.mt_event_progression where name = @name {how}") { Parameters = { new("name", Name(view)) } },
            },
        };
        return (long?)await batch.ExecuteScalarAsync(ct);
    }

    private static string Name(IProjection view) => $"view/{view.Table}";
}
