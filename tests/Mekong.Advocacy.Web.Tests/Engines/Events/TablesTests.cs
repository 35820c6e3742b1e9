using Mekong.Advocacy.Web.Tests.Kernel;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>What features may expect of SQL over their tables.</summary>
public sealed class TablesTests(TestPostgres postgres)
{
    private sealed record GaugeRow(
        Guid Id, string StationName, string[] Languages, Season Season, Season? LastSeason, DateTimeOffset ReadAt, DateTimeOffset? RepairedAt,
        DateOnly Since, DateOnly? Until, long? Level, byte[] Mark, bool Works, Guid[] Readers);

    private const string Gauges = """
        create table tests.gauges (id uuid primary key, station_name text not null, languages text[] not null, season text not null, last_season text,
          read_at timestamptz not null, repaired_at timestamptz, since date not null, until date, level bigint, mark bytea not null, works boolean not null, readers uuid[] not null)
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_goes_in_from_an_object_and_comes_out_as_a_record()
    {
        await using var log = await TestLog.Open(postgres);
        await log.Run(Gauges);
        var id = Guid.Parse("0197a0c0-0000-7000-8000-000000000001");
        var sent = new
        {
            id,
            station = "Stung Treng ស្ទឹងត្រែង",
            languages = new[] { "km", "zh-Hans", "a,b{}\"" },
            readAt = new DateTimeOffset(2026, 3, 1, 16, 0, 0, TimeSpan.FromHours(7)),
            repairedAt = (DateTimeOffset?)null,
            since = new DateOnly(1960, 1, 2),
            until = (DateOnly?)null,
            level = (long?)null,
            mark = new byte[] { 0, 1, 255 },
            readers = new[] { id, Guid.Empty },
        };
        Assert.Equal(1, await log.Tables.Execute("""
            insert into tests.gauges values (@id, @station, @languages, 'Wet', null, @readAt, @repairedAt, @since, @until, @level, @mark, true, @readers)
            """, sent, Ct));
        var row = Assert.Single(await log.Tables.Query<GaugeRow>("select * from tests.gauges where id = @id and read_at = @readAt", sent, Ct));
        Assert.Equal((id, "Stung Treng ស្ទឹងត្រែង", Season.Wet, null, true), (row.Id, row.StationName, row.Season, row.LastSeason, row.Works));
        Assert.Equal(["km", "zh-Hans", "a,b{}\""], row.Languages);
        Assert.True(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero).EqualsExact(row.ReadAt));
        Assert.Equal((null, new DateOnly(1960, 1, 2), null, null), (row.RepairedAt, row.Since, row.Until, row.Level));
        Assert.Equal([0, 1, 255], row.Mark);
        Assert.Equal([id, Guid.Empty], row.Readers);
    }

    [Fact]
    public async Task Optional_columns_that_are_there_come_out_too()
    {
        await using var log = await TestLog.Open(postgres);
        await log.Run(Gauges);
        var row = Assert.Single(await log.Tables.Query<GaugeRow>("""
            insert into tests.gauges values (gen_random_uuid(), '', '{}', 'Dry', 'Wet', now(), '2026-03-01 16:00+07', now(), '2026-03-02', 7, '', false, '{}') returning *
            """, null, Ct));
        Assert.Equal((Season.Wet, new DateOnly(2026, 3, 2), 7), (row.LastSeason, row.Until, row.Level));
        Assert.True(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero).EqualsExact(row.RepairedAt!.Value));
        Assert.Empty(row.Languages);
    }

    [Fact]
    public async Task A_list_of_values_is_one_parameter()
    {
        await using var log = await TestLog.Open(postgres);
        var ids = new[] { Guid.Parse("0197a0c0-0000-7000-8000-000000000001"), Guid.Parse("0197a0c0-0000-7000-8000-000000000002") };
        var counted = await log.Tables.Query<long>(
            "select coalesce(cardinality(@ids::uuid[]), -1) + coalesce(cardinality(@words::text[]), -10) + coalesce(cardinality(@numbers::bigint[]), -100)",
            new { ids, words = Array.Empty<string>(), numbers = new long[] { 1, 2, 3 } }, Ct);
        Assert.Equal([5L], counted);
        Assert.Equal([true], await log.Tables.Query<bool>("select @words::text[] is null", new { words = (string[]?)null }, Ct));
    }

    [Fact]
    public async Task Instants_in_an_array_are_the_same_instants()
    {
        await using var log = await TestLog.Open(postgres);
        var at = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal([at], await log.Tables.Query<DateTimeOffset>("select unnest(@at)", new { at = new[] { at } }, Ct));
    }

    [Fact]
    public async Task A_record_with_arrays_can_be_read_when_a_list_in_it_is_null()
    {
        await using var log = await TestLog.Open(postgres);
        var row = Assert.Single(await log.Tables.Query<TallyRow>(
            "select 'river-1' as id, 1::bigint as count, 2::bigint as chain, 'rain' as last, null::text[] as words, now() as changed_at", null, Ct));
        Assert.Null(row.Words);
    }
}
