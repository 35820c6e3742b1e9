using JasperFx;
using Marten;
using Mekong.Advocacy.Engines.Seams;
using Microsoft.Extensions.Logging;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql.Functions;

namespace Mekong.Advocacy.Engines.Marten;

/// <summary>
/// Marten's document store on our database, opened at first use. It is let add what its own functions need, once, and never change or drop a table.
/// </summary>
/// <param name="database">Without prepared statements: Marten's batches do not bear them.</param>
internal sealed class MartenDesk(NpgsqlDataSource database, EventCatalog catalog, TimeProvider clock, ILogger<MartenDesk> log) : IDisposable, IAsyncDisposable
{
    private readonly SemaphoreSlim door = new(1, 1);
    private volatile DocumentStore? opened;

    public NpgsqlDataSource Database { get; } = database;

    public async ValueTask<DocumentStore> Open(CancellationToken ct)
    {
        if (opened is { } already) return already;
        await door.WaitAsync(ct);
        try
        {
            return opened ??= await Prepare(ct);
        }
        finally
        {
            door.Release();
        }
    }

    private async Task<DocumentStore> Prepare(CancellationToken ct)
    {
        var store = new DocumentStore(MartenMapping.For(Database, catalog, clock, new QuietMarten(log)));
        try
        {
            await Complete(store, ct);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <exception cref="InvalidOperationException">A table is not as Marten wants it; it would drop what it does not know.</exception>
    private static async Task Complete(DocumentStore store, CancellationToken ct)
    {
        var wanted = await store.Storage.Database.CreateMigrationAsync(ct);
        if (wanted.Difference == SchemaPatchDifference.None) return;
        var foreign = wanted.Deltas.Where(delta => delta.Difference is SchemaPatchDifference.Update or SchemaPatchDifference.Invalid && delta.SchemaObject is not Function).ToList();
        if (foreign.Count > 0)
            throw new InvalidOperationException($"Marten would change {string.Join(", ", foreign.Select(delta => delta.SchemaObject.Identifier))}; take back what was altered there by hand.");
        await store.Storage.Database.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate, ct: ct);
    }

    public void Dispose()
    {
        opened?.Dispose();
        Database.Dispose();
        door.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (opened is { } store) await store.DisposeAsync();
        await Database.DisposeAsync();
        door.Dispose();
    }
}
