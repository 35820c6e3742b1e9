namespace Mekong.Advocacy.Engines.PrivatePostgres;

/// <summary>Why the platform's own PostgreSQL cannot run here, in one sentence meant for the person who started it.</summary>
public sealed class PrivatePostgresException : Exception
{
    public PrivatePostgresException() { }

    public PrivatePostgresException(string message) : base(message) { }

    public PrivatePostgresException(string message, Exception innerException) : base(message, innerException) { }
}
