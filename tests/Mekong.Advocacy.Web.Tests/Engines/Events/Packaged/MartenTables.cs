namespace Mekong.Advocacy.Web.Tests.Engines.Events.Packaged;

/// <summary>The log's tables, indexes and sequence as they lie on disk, and the log's rows, for a comparison of before and after.</summary>
internal static class MartenTables
{
    public static Task<string[]> Layout(TestLog log) => log.Lines("""
        select concat_ws(' ', c.relname, c.oid, c.relfilenode,
          (select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum) from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))
        from pg_class c where c.relnamespace = 'es'::regnamespace
          and (c.relname in ('mt_streams', 'mt_events', 'mt_event_progression', 'mt_high_water_skips', 'mt_events_sequence')
            or exists (select from pg_index i join pg_class t on t.oid = i.indrelid where i.indexrelid = c.oid
              and t.relname in ('mt_streams', 'mt_events', 'mt_event_progression', 'mt_high_water_skips')))
        order by c.relname
        """);

    /// <summary>One digest over every column of every row up to a position.</summary>
    public static Task<string> Digest(TestLog log, long upTo) => log.Scalar<string>($"""
        select encode(sha256(string_agg(sha256(convert_to(e::text, 'UTF8')), ''::bytea order by e.seq_id)), 'hex') from es.mt_events e where e.seq_id <= {upTo}
        """);
}
