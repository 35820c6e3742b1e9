using System.Text.Encodings.Web;
using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Services.Json.Transformations;
using Mekong.Advocacy.Engines.Postgres;
using Mekong.Advocacy.Engines.Seams;
using Npgsql;
using Weasel.Core;

namespace Mekong.Advocacy.Engines.Marten;

/// <summary>How Marten is to see our log: the same tables, stream keys, event names, bodies and metadata as the built-in store writes.</summary>
internal static class MartenMapping
{
    public const string Schema = "es";

    public static StoreOptions For(NpgsqlDataSource database, EventCatalog catalog, TimeProvider clock, IMartenLogger logger)
    {
        var options = new StoreOptions { DatabaseSchemaName = Schema, AutoCreateSchemaObjects = AutoCreate.None };
        options.Connection(database);
        options.Logger(logger);
        options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, json =>
        {
            json.AllowOutOfOrderMetadataProperties = true;
            json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        options.Events.StreamIdentity = StreamIdentity.AsString;
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps; // in this mode the times are ours
        options.Events.UseExclusiveLockOnConcurrentAppends = true; // the stream's row first, as the built-in store: neither waits for the other in a ring
        options.Events.TimeProvider = clock;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.CausationIdEnabled = true;
        options.Events.MetadataConfig.HeadersEnabled = true;
        options.Projections.SlowPollingTime = TimeSpan.FromMilliseconds(250);
        foreach (var (name, type) in catalog.Written) options.Events.MapEventType(type, name);
        foreach (var (name, type) in catalog.Lifted) options.Events.Upcast(type, name, Lift(catalog, name));
        return options;
    }

    private static JsonTransformation Lift(EventCatalog catalog, string name) =>
        new((_, row, column) => EventJson.Read(catalog, name, row.GetFieldValue<byte[]>(column)));
}
