namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>How the platform's own PostgreSQL is made: durable unless it is thrown away after a test run.</summary>
public sealed record PrivatePostgresOptions
{
    /// <summary>Nothing survives a power cut, and everything is faster.</summary>
    public static PrivatePostgresOptions ForTests { get; } = new() { Durable = false, SharedBuffers = "32MB" };

    /// <summary>Every commit reaches the disk before it is reported.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>PostgreSQL's shared_buffers, in its own notation.</summary>
    public string SharedBuffers { get; init; } = "128MB";

    /// <summary>Folders that may hold initdb, pg_ctl and postgres, best first. None given: PATH, then where packages put them.</summary>
    public IReadOnlyList<string>? BinaryFolders { get; init; }
}
