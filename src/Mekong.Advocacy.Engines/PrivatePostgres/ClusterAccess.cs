using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;

namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>What it takes to connect: kept in a file that only its owner can read.</summary>
internal sealed record ClusterAccess(int Port, string User, string Password)
{
    public const string Database = "advocacy";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static ClusterAccess New() =>
        new(FreePort.Any(), "advocacy", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

    public static ClusterAccess Read(ClusterPaths paths)
    {
        try
        {
            if (JsonSerializer.Deserialize<ClusterAccess>(File.ReadAllText(paths.Access)) is { User: not null, Password: not null } access) return access;
        }
        catch (Exception e) when (e is FileNotFoundException or JsonException)
        {
        }
        throw new PrivatePostgresException(
            $"{paths.Access} is missing or unreadable, so nobody can log in to the database in {paths.Folder}: restore it from your backup.");
    }

    /// <summary>Writes the file whole or not at all.</summary>
    public void Write(ClusterPaths paths)
    {
        var half = paths.Access + ".new";
        File.Delete(half);
        PrivateFile.Write(half, JsonSerializer.Serialize(this, Readable));
        File.Move(half, paths.Access, overwrite: true);
    }

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = User,
        Password = Password,
        Database = database,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;
}
