using Mekong.Advocacy.Engines.Seams;
using Npgsql;

namespace Mekong.Advocacy.Engines.Postgres;

/// <summary>
/// Turns the log's rows into events. Neighbours often come from one command, so the metadata of the row before is used again
/// as long as it is the same.
/// </summary>
internal sealed class EventRows(EventCatalog catalog)
{
    public const string Columns = "seq_id, stream_id, version, type, data, timestamp, correlation_id, causation_id, headers";

    private byte[] headers = [];
    private EventMetadata metadata = new("unknown");

    /// <summary>One row of <see cref="Columns"/>; null: a number that Marten gave up (its stone marks the place).</summary>
    public Recorded? Read(NpgsqlDataReader row)
    {
        var name = row.GetString(3);
        return name == "tombstone" ? null : new Recorded(
            Stream: row.GetString(1),
            Version: row.GetInt64(2),
            Position: row.GetInt64(0),
            At: new DateTimeOffset(row.GetDateTime(5)),
            Event: EventJson.Read(catalog, name, row.GetFieldValue<byte[]>(4)),
            Metadata: Metadata(row));
    }

    private EventMetadata Metadata(NpgsqlDataReader row)
    {
        var (correlation, causation) = (row.IsDBNull(6) ? null : row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7));
        var found = row.IsDBNull(8) ? [] : row.GetFieldValue<byte[]>(8);
        if (!found.AsSpan().SequenceEqual(headers))
        {
            var (actor, actingFor) = EventJson.ReadHeaders(found);
            (headers, metadata) = (found, new EventMetadata(actor, actingFor, correlation, causation));
        }
        else if (correlation != metadata.Correlation || causation != metadata.Causation)
        {
            metadata = metadata with { Correlation = correlation, Causation = causation };
        }

        return metadata;
    }
}
