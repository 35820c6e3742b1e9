using System.Text;
using Mekong.Advocacy.Domain.Alerts;
using Mekong.Advocacy.Domain.Subscribers;
using Mekong.Advocacy.Engines.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace Mekong.Advocacy.Benchmarks.Seeding;

/// <summary>One table that a list of readers fills, by COPY.</summary>
/// <param name="IsLog">Of the event log: needed only where views are made anew or readers act.</param>
internal sealed record SeedTables(string Into, bool IsLog, Func<NpgsqlBinaryImporter, SeedRow, CancellationToken, Task> Write)
{
    private static readonly DateTime At = new(2026, 1, 15, 3, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly On = new(2026, 1, 15);

    public static readonly IReadOnlyList<SeedTables> All =
    [
        new("advocacy.people (id, name_sealed)", false, (to, row, ct) => Line(to, ct, row.Reader.Person, row.Name)),
        new("advocacy.contact_points (id, person_id, channel, address_sealed, fingerprint, consent_words_sealed)", false,
            (to, row, ct) => Line(to, ct, row.Reader.ContactPoint, row.Reader.Person, Channel.Email, row.Address, row.Fingerprint, row.Words)),
        new("advocacy.subscribers (person_id, language, country, organisation, topics)", false,
            (to, row, ct) => Line(to, ct, row.Reader.Person, row.Reader.Language, row.Reader.Country, row.Reader.Organisation, row.Reader.Topics)),
        new("advocacy.consents (contact_point_id, person_id, channel, given_on)", false,
            (to, row, ct) => Line(to, ct, row.Reader.ContactPoint, row.Reader.Person, Channel.Email, On)),
        new("es.mt_streams (id, version, timestamp, created)", true, (to, row, ct) => Line(to, ct, Stream(row), 2L, At, At)),
        new("es.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)", true, async (to, row, ct) =>
        {
            await Event(to, row, 1, "subscriber.registered.v2", new SubscriberRegistered(new(row.Reader.Language, row.Reader.Country, row.Reader.Organisation, row.Reader.Topics)), ct);
            await Event(to, row, 2, "subscriber.consent-given.v1", new ConsentGiven(row.Reader.ContactPoint, Channel.Email, null, On), ct);
        }),
    ];

    public async Task Copy(NpgsqlDataSource source, IReadOnlyList<SeedRow> rows, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var copy = await connection.BeginBinaryImportAsync($"copy {Into} from stdin (format binary)", ct);
        foreach (var row in rows) await Write(copy, row, ct);
        await copy.CompleteAsync(ct);
    }

    private static string Stream(SeedRow row) => $"subscriber-{row.Reader.Person}";

    private static Task Event(NpgsqlBinaryImporter to, SeedRow row, int version, string type, SubscriberEvent happened, CancellationToken ct) => Line(
        to, ct, row.Reader.Number * 2L + version - 2, Guid.CreateVersion7(At), Stream(row), (long)version, new JsonText(Encoding.UTF8.GetString(EventJson.Write(happened))), type, At, "");

    private static async Task Line(NpgsqlBinaryImporter to, CancellationToken ct, params object?[] cells)
    {
        await to.StartRowAsync(ct);
        foreach (var cell in cells)
        {
            if (cell is null) await to.WriteNullAsync(ct);
            else if (cell is JsonText json) await to.WriteAsync(json.Body, NpgsqlDbType.Jsonb, ct);
            else if (cell is DateTime at) await to.WriteAsync(at, NpgsqlDbType.TimestampTz, ct);
            else await to.WriteAsync(cell, ct);
        }
    }

    private sealed record JsonText(string Body);
}
