using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>A numbered SQL file, as embedded: "….Schema.0001-events.sql".</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    public static IEnumerable<Migration> In(Assembly assembly) =>
        from resource in assembly.GetManifestResourceNames()
        let name = resource[(resource.IndexOf(".Schema.", StringComparison.Ordinal) + ".Schema.".Length)..]
        where resource.Contains(".Schema.", StringComparison.Ordinal) && resource.EndsWith(".sql", StringComparison.Ordinal)
        select new Migration(int.Parse(name[..4], CultureInfo.InvariantCulture), name[..^4], Text(assembly, resource));

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

/// <summary>Brings the database's schema to this version: each file once, in order, one process at a time.</summary>
internal static class Migrations
{
    private const long AdvisoryLock = 0x4D656B6F6E67; // any number, as long as every version uses the same

    /// <exception cref="InvalidOperationException">A file that was applied has been changed since, or the database is newer.</exception>
    public static async Task Apply(NpgsqlDataSource database, IEnumerable<Assembly> assemblies, CancellationToken ct)
    {
        var all = assemblies.SelectMany(Migration.In).OrderBy(m => m.Number).ToList();
        await using var connection = await database.OpenConnectionAsync(ct);
        await Run(connection, $"select pg_advisory_lock({AdvisoryLock})", ct);
        try
        {
            await Run(connection, """
                create schema if not exists advocacy;
                create table if not exists advocacy.schema_changes (
                  number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())
                """, ct);
            var applied = await Applied(connection, ct);
            if (applied.Keys.Except(all.Select(m => m.Number)).Order().FirstOrDefault() is > 0 and var unknown)
                throw new InvalidOperationException($"The database has schema change {unknown}, which this version does not know: run the newer version.");
            foreach (var change in all) await Apply(connection, change, applied.GetValueOrDefault(change.Number), ct);
        }
        finally
        {
            await Run(connection, $"select pg_advisory_unlock({AdvisoryLock})", CancellationToken.None);
        }
    }

    private static async Task Apply(NpgsqlConnection connection, Migration change, string? checksum, CancellationToken ct)
    {
        if (checksum == change.Checksum) return;
        if (checksum is not null) throw new InvalidOperationException($"Schema change {change.Name} was applied with another text: never edit one, add the next.");
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Run(connection, change.Sql, ct);
        await using var note = new NpgsqlCommand("insert into advocacy.schema_changes (number, name, checksum) values ($1, $2, $3)", connection)
        {
            Parameters = { new() { Value = change.Number }, new() { Value = change.Name }, new() { Value = change.Checksum } },
        };
        await note.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<Dictionary<int, string>> Applied(NpgsqlConnection connection, CancellationToken ct)
    {
        var found = new Dictionary<int, string>();
        await using var command = new NpgsqlCommand("select number, checksum from advocacy.schema_changes", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found.Add(reader.GetInt32(0), reader.GetString(1));
        return found;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
