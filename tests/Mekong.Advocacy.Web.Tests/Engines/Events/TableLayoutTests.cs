using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>The log's tables are Marten's, to the letter: it drops a column or an index that it does not know.</summary>
public sealed class TableLayoutTests(TestPostgres postgres)
{
    [Fact]
    public async Task Columns_types_and_defaults_are_Martens()
    {
        await using var log = await TestLog.Open(postgres);
        Assert.Equal(
            [
                "mt_event_progression.name character varying not null",
                "mt_event_progression.last_seq_id bigint",
                "mt_event_progression.last_updated timestamp with time zone default transaction_timestamp()",
                "mt_events.seq_id bigint not null",
                "mt_events.id uuid not null",
                "mt_events.stream_id character varying",
                "mt_events.version bigint not null",
                "mt_events.data jsonb not null",
                "mt_events.bdata bytea",
                "mt_events.type character varying(500) not null",
                "mt_events.timestamp timestamp with time zone not null default now()",
                "mt_events.tenant_id character varying default '*DEFAULT*'::character varying",
                "mt_events.mt_dotnet_type character varying",
                "mt_events.correlation_id character varying",
                "mt_events.causation_id character varying",
                "mt_events.headers jsonb",
                "mt_events.is_archived boolean default false",
                "mt_high_water_skips.ending_sequence bigint not null",
                "mt_high_water_skips.starting_sequence bigint not null",
                "mt_high_water_skips.timestamp timestamp with time zone default transaction_timestamp()",
                "mt_streams.id character varying not null",
                "mt_streams.type character varying",
                "mt_streams.version bigint",
                "mt_streams.timestamp timestamp with time zone not null default now()",
                "mt_streams.created timestamp with time zone not null default now()",
                "mt_streams.tenant_id character varying default '*DEFAULT*'::character varying",
                "mt_streams.is_archived boolean default false",
            ],
            await log.Lines("""
                select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                  || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                where c.relnamespace = 'es'::regnamespace and c.relkind not in ('i', 'S') order by c.relname collate "C", a.attnum
                """));
    }

    [Fact]
    public async Task Indexes_constraints_and_the_sequence_have_Martens_names()
    {
        await using var log = await TestLog.Open(postgres);
        Assert.Equal(
            [
                "CREATE UNIQUE INDEX pk_mt_event_progression ON es.mt_event_progression USING btree (name)",
                "CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON es.mt_events USING btree (stream_id, version)",
                "CREATE UNIQUE INDEX pkey_mt_events_seq_id ON es.mt_events USING btree (seq_id)",
                "CREATE UNIQUE INDEX pkey_mt_high_water_skips_ending_sequence ON es.mt_high_water_skips USING btree (ending_sequence)",
                "CREATE UNIQUE INDEX pkey_mt_streams_id ON es.mt_streams USING btree (id)",
            ],
            await log.Lines("select indexdef from pg_indexes where schemaname = 'es' order by indexname collate \"C\""));
        Assert.Equal(
            [
                "fkey_mt_events_stream_id FOREIGN KEY (stream_id) REFERENCES es.mt_streams(id) ON DELETE CASCADE",
                "pk_mt_event_progression PRIMARY KEY (name)",
                "pkey_mt_events_seq_id PRIMARY KEY (seq_id)",
                "pkey_mt_high_water_skips_ending_sequence PRIMARY KEY (ending_sequence)",
                "pkey_mt_streams_id PRIMARY KEY (id)",
            ],
            await log.Lines("select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'es'::regnamespace order by conname collate \"C\""));
        Assert.Equal("es.mt_events_sequence", await log.Scalar<string>("select pg_get_serial_sequence('es.mt_events', 'seq_id')"));
        Assert.Equal(["bigint 1 1 1 f"], await log.Lines(
            "select concat_ws(' ', format_type(seqtypid, null), seqstart, seqincrement, seqcache, seqcycle) from pg_sequence where seqrelid = 'es.mt_events_sequence'::regclass"));
    }

    [Fact]
    public async Task A_written_row_is_one_that_Marten_reads()
    {
        await using var log = await TestLog.Open(postgres);
        var ct = TestContext.Current.CancellationToken;
        await log.Store.Append([new("river-1", 0, [new Noted("ទន្លេ"), new Struck()])], new EventMetadata("6a0f", "3S Rivers", "trace", "span"), ct);
        await log.Store.Append([new("river-1", 2, [new Noted("rain")])], new EventMetadata("system"), ct);
        Assert.Equal(
            [
                """1 river-1 1 tests.noted.v1 {"text": "ទន្លេ"} [] *DEFAULT* trace span {"actor": "6a0f", "actingFor": "3S Rivers"} false -""",
                """2 river-1 2 tests.struck.v1 {} [] *DEFAULT* trace span {"actor": "6a0f", "actingFor": "3S Rivers"} false -""",
                """3 river-1 3 tests.noted.v1 {"text": "rain"} [] *DEFAULT* - - {"actor": "system"} false -""",
            ],
            await log.Lines("""
                select concat_ws(' ', seq_id, stream_id, version, type, data, coalesce('[' || mt_dotnet_type || ']', 'null'), tenant_id, coalesce(correlation_id, '-'),
                  coalesce(causation_id, '-'), headers, case when is_archived then 'true' else 'false' end, coalesce(bdata::text, '-')) from es.mt_events order by seq_id
                """));
        Assert.Equal(["river-1 3 - *DEFAULT* f t"], await log.Lines("""
            select concat_ws(' ', s.id, s.version, coalesce(s.type, '-'), s.tenant_id, s.is_archived, s.timestamp = (select max(timestamp) from es.mt_events)) from es.mt_streams s
            """));
        Assert.Equal(3, await log.Scalar<long>("select count(distinct id) from es.mt_events"));
    }

    [Fact]
    public async Task A_row_that_Marten_wrote_is_read()
    {
        await using var log = await TestLog.Open(postgres);
        await log.Run("""
            insert into es.mt_streams (id, type, version) values ('river-1', 'river', 3);
            insert into es.mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type, headers)
            select nextval('es.mt_events_sequence'), gen_random_uuid(), 'river-1', n, '{"text": "rain"}', 'tests.noted.v1', 'Rivers.Noted, Rivers',
              case n when 1 then null when 2 then 'null' else '{"flag": true}'::jsonb end from generate_series(1, 3) n;
            """);
        var past = await log.Store.Read("river-1", TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Repeat(((object)new Noted("rain"), new EventMetadata("unknown")), 3), past.Select(happened => (happened.Event, happened.Metadata)));
    }
}
