using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Tests.Kernel;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Events.Packaged;

/// <summary>What Marten must not do on our database: change a table, read an old form as if it were today's, tell a log what an event says.</summary>
public sealed class MartenMannersTests(TestPostgres postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_first_opening_only_adds_and_the_next_changes_nothing()
    {
        await using var builtIn = await TestLog.Open(postgres);
        await builtIn.Note("river-1", 0, "rain");
        var (before, digest) = (await MartenTables.Layout(builtIn), await MartenTables.Digest(builtIn, 1));
        for (var opening = 1; opening <= 2; opening++)
        {
            await using var marten = MartenLogs.On(builtIn.ConnectionString);
            await marten.Note("river-1", opening, "flood");
            Assert.Equal(2, (await marten.All(opening - 1)).Count);
        }
        Assert.Equal(10, before.Length);
        Assert.Equal(before, await MartenTables.Layout(builtIn));
        Assert.Equal(digest, await MartenTables.Digest(builtIn, 1));
    }

    [Theory]
    [InlineData("alter table es.mt_events add column notes text", "select count(*) from information_schema.columns where table_schema = 'es' and column_name = 'notes'")]
    [InlineData("create index notes on es.mt_events (correlation_id)", "select count(*) from pg_indexes where schemaname = 'es' and indexname = 'notes'")]
    public async Task It_is_not_opened_on_a_table_that_it_would_change(string alter, string there)
    {
        await using var builtIn = await TestLog.Open(postgres);
        await builtIn.Run(alter);
        await using var marten = MartenLogs.On(builtIn.ConnectionString);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => marten.Note("river-1", 0, "rain"));
        Assert.StartsWith("Marten would change es.mt_events;", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await builtIn.Scalar<long>(there));
    }

    [Fact]
    public async Task A_form_that_is_no_longer_written_is_lifted()
    {
        var catalog = Happenings.Catalog()
            .Upcast("tests.said.v1", "tests.said.v2", body => { body["words"] = $"{body["said"]} (v1)"; return body; })
            .Upcast("tests.said.v2", "tests.noted.v1", body => { body["text"] = body["words"]!.DeepClone(); return body; });
        await using var builtIn = await TestLog.Open(postgres);
        await builtIn.Run("""
            insert into es.mt_streams (id, version) values ('river-1', 2);
            insert into es.mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type)
            select nextval('es.mt_events_sequence'), gen_random_uuid(), 'river-1', n, data, type, dotnet
            from (values (1, '{"said": "rain"}'::jsonb, 'tests.said.v1', ''), (2, '{"words": "flood"}'::jsonb, 'tests.said.v2', 'Rivers.Said, Rivers')) v (n, data, type, dotnet)
            """);
        await using var marten = MartenLogs.On(builtIn.ConnectionString, catalog);
        await marten.Note("river-1", 2, "ebb");
        object[] expected = [new Noted("rain (v1)"), new Noted("flood"), new Noted("ebb")];
        Assert.Equal(expected, (await marten.Store.Read("river-1", Ct)).Select(happened => happened.Event));
        Assert.Equal(expected, (await marten.All()).Select(happened => happened.Event));
        await using var again = TestLog.On(builtIn.ConnectionString, catalog);
        Assert.Equal(expected, (await again.All()).Select(happened => happened.Event));
    }

    [Fact]
    public async Task An_archived_stream_is_read_and_takes_no_more_events()
    {
        await using var builtIn = await TestLog.Open(postgres);
        await using var marten = MartenLogs.On(builtIn.ConnectionString);
        await builtIn.Note("river-1", 0, "rain");
        await builtIn.Run("update es.mt_streams set is_archived = true; update es.mt_events set is_archived = true");
        await Assert.ThrowsAsync<StreamHasMovedException>(() => marten.Note("river-1", 1, "flood"));
        Assert.Equal(await builtIn.Store.Read("river-1", Ct), await marten.Store.Read("river-1", Ct));
        Assert.Single(await marten.All());
    }

    [Fact]
    public async Task What_an_event_says_reaches_no_log_and_no_exception_when_an_append_fails()
    {
        const string secret = "Sokha lives in house 12";
        var heard = new HeardLogs();
        await using var builtIn = await TestLog.Open(postgres);
        await using var marten = new TestLog(builtIn.ConnectionString, (services, database, catalog) => { heard.Listen(services); MartenLogs.Add(services, database, catalog); });
        await marten.Note("river-1", 0, secret);
        await Assert.ThrowsAsync<StreamHasMovedException>(() => marten.Note("river-1", 0, secret));
        await builtIn.Run("alter table es.mt_events add constraint dry check (data ->> 'text' <> 'Sokha lives in house 12') not valid");
        var fault = await Assert.ThrowsAsync<PostgresException>(() => marten.Note("river-2", 0, secret));
        Assert.Equal(PostgresErrorCodes.CheckViolation, fault.SqlState);
        Assert.DoesNotContain(secret, fault.ToString(), StringComparison.Ordinal);
        Assert.Contains(heard.Lines, line => line.Contains("A statement of Marten's failed", StringComparison.Ordinal) && line.Contains("23514", StringComparison.Ordinal));
        Assert.DoesNotContain(heard.Lines, line => line.Contains(secret, StringComparison.Ordinal));
    }
}
