using Marten;
using Marten.Services;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mekong.Advocacy.Engines.Marten;

/// <summary>What Marten may write to our log: that something failed and as what, never a statement or its values.</summary>
internal sealed class QuietMarten(ILogger log) : IMartenLogger, IMartenSessionLogger
{
    public IMartenSessionLogger StartSession(IQuerySession session) => this;

    public void SchemaChange(string sql) => log.LogInformation("Marten adds to the schema of the log");

    public void LogFailure(NpgsqlCommand command, Exception ex) => Failed(ex);

    public void LogFailure(NpgsqlBatch batch, Exception ex) => Failed(ex);

    public void LogFailure(Exception ex, string message) => Failed(ex);

    public void LogSuccess(NpgsqlCommand command) { }

    public void LogSuccess(NpgsqlBatch batch) { }

    public void RecordSavedChanges(IDocumentSession session, IChangeSet commit) { }

    public void OnBeforeExecute(NpgsqlCommand command) { }

    public void OnBeforeExecute(NpgsqlBatch batch) { }

    private void Failed(Exception e) =>
        log.LogDebug("A statement of Marten's failed: {Kind} {State}", e.GetType().Name, (e as PostgresException ?? e.InnerException as PostgresException)?.SqlState);
}
