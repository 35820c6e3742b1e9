using System.Diagnostics;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Benchmarks.Serving;
using Mekong.Advocacy.Benchmarks.Workers;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mekong.Advocacy.Benchmarks.SignOns;

/// <summary>A platform with open statements and members who may sign them, its mail into a sink that keeps a ledger.</summary>
internal sealed class Session(Installation office, string database, PlatformProcess platform, LedgerSink sink, IReadOnlyList<OpenText> texts) : IAsyncDisposable
{
    private const string Behind = """
        select coalesce(max(seq_id), 0) - (select min(last_seq_id) from es.mt_event_progression where name like 'view/%') from es.mt_events
        """;

    public Installation Office => office;
    public string Database => database;
    public PlatformProcess Platform => platform;
    public LedgerSink Sink => sink;
    public IReadOnlyList<OpenText> Texts => texts;

    /// <param name="statements">So many, all open before anybody is a member: nobody is invited while something is measured.</param>
    public static async Task<Session> Begin(Bench bench, int statements, int members, CancellationToken ct)
    {
        var office = await bench.Office(ct);
        var database = await office.Database(0, ct);
        var sink = new LedgerSink();
        var platform = await PlatformProcess.Serve(office.Program, office.Log("sign-ons"), office.Settings(database, sink.Port), ct);
        var texts = new List<OpenText>();
        for (var n = 0; n < statements; n++) texts.Add(await OpenText.Make(office, platform.Url, ct));
        var began = Stopwatch.GetTimestamp();
        await EndorserTables.Fill(database, office.Vault, members, ct);
        var session = new Session(office, database, platform, sink, texts);
        await Until.Sees("the background has read all", TimeSpan.FromMinutes(2), () => session.Number(Behind, ct), behind => behind <= 0, ct, everyMs: 100);
        bench.Log.LogInformation("{Members} members entered and read in {Seconds:0.0} s.", members, Stopwatch.GetElapsedTime(began).TotalSeconds);
        return session;
    }

    public async Task<long> Number(string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await platform.DisposeAsync();
        await sink.DisposeAsync();
    }
}
