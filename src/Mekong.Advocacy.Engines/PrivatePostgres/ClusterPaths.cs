namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>Where each file of the platform's own PostgreSQL stands under the data folder.</summary>
internal sealed record ClusterPaths(string Data)
{
    public string Folder => Path.Combine(Data, "postgres");
    public string HalfMade => Path.Combine(Data, "postgres.new");
    public string PasswordForInitdb => Path.Combine(Data, "postgres.password");
    public string Access => Path.Combine(Data, "postgres.json");
    public string InUseLock => Path.Combine(Data, "postgres.lock");
    public string StartLock => Path.Combine(Data, "postgres.start.lock");
    public string Log => Path.Combine(Folder, "log.txt");
    public string VersionFile => Path.Combine(Folder, "PG_VERSION");
    public string PidFile => Path.Combine(Folder, "postmaster.pid");
}
