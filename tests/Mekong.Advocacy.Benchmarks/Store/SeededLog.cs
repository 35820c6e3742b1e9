using Npgsql;

namespace Mekong.Advocacy.Benchmarks.Store;

/// <summary>A log of subscribers: each registered, with one or two consents, some of them withdrawn again.</summary>
internal static class SeededLog
{
    /// <summary>Ten people leave 26 events.</summary>
    private const string Sql = """
        create temp table happened as
        select row_number() over (order by p, n) as seq, p, n, gen_random_uuid() as id, person, mail, phone
        from (select p, gen_random_uuid() as person, gen_random_uuid() as mail, gen_random_uuid() as phone from generate_series(1, $1 / 26 * 10) p) people,
        lateral generate_series(1, 2 + (p % 2) + (p % 10 = 0)::int) n;
        insert into es.mt_streams (id, version) select 'subscriber-' || person, max(n) from happened group by person;
        insert into es.mt_events (seq_id, id, stream_id, version, type, data, timestamp, mt_dotnet_type, correlation_id, causation_id, headers)
        select seq, id, 'subscriber-' || person, n,
          case when n = 1 then 'subscriber.registered.v2' when n = 2 or n = 3 and p % 2 = 1 then 'subscriber.consent-given.v1' else 'subscriber.consent-withdrawn.v1' end,
          case
            when n = 1 then jsonb_build_object('profile', jsonb_build_object('language', 'km', 'country', 'KH', 'organisation', 'org-' || p % 40, 'topics', jsonb_build_array('wages', 'health'), 'role', 'organiser'))
            when n = 2 then jsonb_build_object('contactPointId', mail, 'channel', 'email', 'country', null, 'on', '2026-01-15')
            when p % 2 = 1 then jsonb_build_object('contactPointId', phone, 'channel', 'sms', 'country', 'KH', 'on', '2026-01-15')
            else jsonb_build_object('contactPointId', mail, 'through', 'one-click') end,
          timestamptz '2026-03-01' + make_interval(secs => p / 500), '', md5((p / 500)::text), left(md5(p::text), 16), '{"actor": "0198c5a2-7d1c-7c3e-9a55-1f2e3d4c5b6a"}'
        from happened order by seq;
        select setval('es.mt_events_sequence', (select max(seq_id) from es.mt_events));
        drop table happened;
        """;

    /// <returns>How many events there are.</returns>
    public static async Task<long> Fill(NpgsqlDataSource source, int events, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        foreach (var sql in Sql.Replace("$1", events.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Append("vacuum analyze es.mt_events").Append("checkpoint"))
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
            await command.ExecuteNonQueryAsync(ct);
        }
        await using var count = new NpgsqlCommand("select count(*) from es.mt_events", connection);
        return (long)(await count.ExecuteScalarAsync(ct))!;
    }
}
