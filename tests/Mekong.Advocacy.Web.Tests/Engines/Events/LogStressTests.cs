using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Tests.Kernel;
using Npgsql;

namespace Mekong.Advocacy.Web.Tests.Engines.Events;

/// <summary>Five seconds of writers that hold their numbers, commit out of order and roll back, with a reader at their heels.</summary>
public sealed class LogStressTests(TestPostgres postgres)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_reader_behind_unruly_writers_loses_nothing_doubles_nothing_and_keeps_the_order()
    {
        await using var log = await TestLog.Open(postgres);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        over.CancelAfter(Length);
        var writing = Task.WhenAll([
            .. Enumerable.Range(0, 5).Select(writer => Task.Run(() => Hold(log, writer, over.Token), CancellationToken.None)),
            .. Enumerable.Range(5, 2).Select(writer => Task.Run(() => Append(log, writer, over.Token), CancellationToken.None))]);
        var read = new List<Recorded>();
        while (!writing.IsCompleted) read.AddRange(await log.All(read.LastOrDefault()?.Position ?? 0));
        await writing;
        read.AddRange(await log.All(read[^1].Position));

        var kept = await log.Lines("select e.seq_id::text from es.mt_events e order by e.seq_id");
        Assert.Equal(kept, read.Select(happened => $"{happened.Position}"));
        var dead = await log.Scalar<long>("select last_value from es.mt_events_sequence") - kept.Length;
        Assert.True(kept.Length > 200 && dead > 20, $"{kept.Length} events and {dead} dead numbers are too few to prove anything.");
        TestContext.Current.TestOutputHelper?.WriteLine("{0} events, {1} dead numbers", kept.Length, dead);
    }

    private static async Task Append(TestLog log, int writer, CancellationToken until)
    {
        for (var n = 0; !until.IsCancellationRequested; n++) await log.Note($"river-{writer}", n, "rain");
    }

    private static async Task Hold(TestLog log, int writer, CancellationToken until)
    {
        var dice = new Random(writer);
        await using var connection = await log.Database.OpenConnectionAsync(CancellationToken.None);
        for (var n = 0; !until.IsCancellationRequested; n++)
        {
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            await Insert(connection, $"pond-{writer}-{n}");
            if (dice.Next(2) == 0) await Task.Delay(dice.Next(40), CancellationToken.None);
            if (dice.Next(4) == 0) await transaction.RollbackAsync(CancellationToken.None);
            else await transaction.CommitAsync(CancellationToken.None);
        }
    }

    private static async Task Insert(NpgsqlConnection connection, string stream)
    {
        await using var command = new NpgsqlCommand("""
            with s as (insert into es.mt_streams (id, version) values ($1, 2))
            insert into es.mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type)
            select nextval('es.mt_events_sequence'), gen_random_uuid(), $1, n, '{"text":"by hand"}', 'tests.noted.v1', '' from generate_series(1, 2) n
            """, connection)
        { Parameters = { new() { Value = stream } } };
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
