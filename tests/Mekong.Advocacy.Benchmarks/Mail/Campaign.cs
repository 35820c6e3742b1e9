using System.Diagnostics;
using System.Globalization;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Benchmarks.Seeding;
using Mekong.Advocacy.Benchmarks.Serving;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mekong.Advocacy.Benchmarks.Mail;

/// <summary>What one campaign took, from the schedule instant to "finished".</summary>
/// <param name="FirstRate">Messages per second of the small campaign that a fresh process sent before.</param>
/// <param name="FrozenAfter">Seconds until the audience lay in the ledger and sending began.</param>
internal sealed record Campaign(int Recipients, double Seconds, double FrozenAfter, double PlatformCpu, double DatabaseCpu, double PeakMb, double BytesEach, double FirstRate = 0)
{
    public double Rate => Recipients / Seconds;
    public double PerCpuSecond => Recipients / (PlatformCpu + DatabaseCpu);
    public double PerPlatformCpuSecond => Recipients / PlatformCpu;

    /// <summary>Sends one alert to everybody in a fresh database through a platform that was started for it.</summary>
    public static async Task<Campaign> Run(Bench bench, SmtpSink sink, int recipients, CancellationToken ct, IReadOnlyDictionary<string, string>? further = null)
    {
        var office = await bench.Office(ct);
        var database = await office.Database(recipients, ct);
        var settings = office.Settings(database, sink.Port);
        foreach (var (name, value) in further ?? new Dictionary<string, string>()) settings[name] = value;
        Campaign campaign;
        await using (var platform = await PlatformProcess.Serve(office.Program, office.Log("platform"), settings, ct))
        {
            // Nobody starts the platform for one campaign: the first one compiles code and templates, and is told apart.
            var first = await Warm(bench, database, [platform], sink, recipients, ct);
            (campaign, _) = await Send(bench, database, [platform], sink, recipients, ct);
            campaign = campaign with { FirstRate = first };
        }
        await bench.DropDatabase(database, ct);
        bench.Log.LogInformation("{Campaign}", campaign);
        return campaign;
    }

    /// <returns>Messages per second of the small campaign that comes first; 0 where nobody judges the times.</returns>
    public static async Task<double> Warm(Bench bench, string database, IReadOnlyList<PlatformProcess> processes, IMailSink sink, int recipients, CancellationToken ct) =>
        bench.Quick ? 0 : (await Send(bench, database, processes, sink, Math.Min(recipients, Reader.Warm), ct, Reader.WarmTopic)).Campaign.Rate;

    /// <summary>Sends one alert through processes that run already; the first of them answers people.</summary>
    public static async Task<(Campaign Campaign, Guid Alert)> Send(
        Bench bench, string database, IReadOnlyList<PlatformProcess> processes, IMailSink sink, int recipients, CancellationToken ct, string topic = Reader.Topic)
    {
        using var desk = (await bench.Office(ct)).Desk(processes[0].Url);
        await using var source = NpgsqlDataSource.Create(database);
        var alert = await desk.Approved(AlertToAll.Json(topic), ct);
        var (taken, bytes, platformCpu, databaseCpu, began) = (sink.Count, sink.Bytes, processes.Sum(one => one.Cpu), bench.DatabaseCpu, Stopwatch.GetTimestamp());
        await desk.Schedule(alert, ct);
        await Reaches(source, alert, Begun, ct);
        var frozen = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await Reaches(source, alert, stage => stage is "Finished", ct, seconds: 120 + recipients / 50);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var campaign = new Campaign(recipients, seconds, frozen, processes.Sum(one => one.Cpu) - platformCpu, bench.DatabaseCpu - databaseCpu,
            processes.Max(one => one.PeakMb), (sink.Bytes - bytes) / recipients);
        await Check(desk, alert, sink.Count - taken, recipients, ct);
        return (campaign, alert);
    }

    /// <summary>A figure counts only when every recipient's message left, and left once.</summary>
    private static async Task Check(Desk desk, Guid alert, long taken, int recipients, CancellationToken ct)
    {
        var counts = await desk.Counts(alert, ct);
        if (counts["sent"] != recipients || taken != recipients)
            throw new BenchException(string.Create(CultureInfo.InvariantCulture, $"Of {recipients} messages the platform counts {counts["sent"]} as sent, and the sink took {taken}."));
    }

    internal static bool Begun(string stage) => stage is not "Scheduled";

    /// <summary>Asks the database, which costs the platform nothing.</summary>
    internal static Task Reaches(NpgsqlDataSource source, Guid alert, Func<string, bool> enough, CancellationToken ct, int seconds = 300) => Until.Sees("the alert goes on", TimeSpan.FromSeconds(seconds), async () =>
    {
        await using var command = source.CreateCommand("select stage from advocacy.alerts where id = $1");
        command.Parameters.Add(new() { Value = alert });
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }, stage => stage is "Paused" or "Cancelled" ? throw new BenchException($"The alert is {stage}.") : enough(stage), ct);
}
