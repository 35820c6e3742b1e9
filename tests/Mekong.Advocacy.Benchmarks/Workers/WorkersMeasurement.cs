using System.Globalization;
using Mekong.Advocacy.Benchmarks.Mail;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Benchmarks.Serving;
using Microsoft.Extensions.Logging;

namespace Mekong.Advocacy.Benchmarks.Workers;

/// <summary>Pages in one process, sending in one, two and four others: nothing is sent twice, and more workers are not slower.</summary>
internal sealed class WorkersMeasurement : IMeasurement
{
    private const double Goal = 0.9;

    public string Name => "workers";

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        var recipients = bench.Rows(50_000, 1_000);
        int[] teams = bench.Quick ? [1, 2] : [1, 2, 4];
        var rates = teams.ToDictionary(workers => workers, _ => new List<double>());
        for (var turn = 0; turn < bench.Pairs; turn++)
        {
            foreach (var workers in teams)
            {
                rates[workers].Add(await Rate(bench, workers, recipients, ct));
                bench.Log.LogInformation("{Workers} workers: {Rate:N0} messages/s", workers, rates[workers][^1]);
            }
        }
        var note = string.Create(CultureInfo.InvariantCulture, $"web and workers as processes of their own, {recipients:N0} recipients, nothing twice by the sink's ledger; {Environment.ProcessorCount} cores for all");
        return
        [
            Figure.Told("mail by one worker", "messages/s", Pairs.Median(rates[1]), note) with { Samples = rates[1] },
            .. teams.Skip(1).Select(workers => new Pairs(rates[workers], rates[1]).Figure(string.Create(CultureInfo.InvariantCulture, $"mail by {workers} workers"), "messages/s", "one worker", Goal)),
        ];
    }

    private static async Task<double> Rate(Bench bench, int workers, int recipients, CancellationToken ct)
    {
        var office = await bench.Office(ct);
        var database = await office.Database(recipients, ct);
        await using var sink = new LedgerSink();
        var settings = office.Settings(database, sink.Port);
        List<PlatformProcess> processes = [await PlatformProcess.Serve(office.Program, office.Log("web"), settings, ct, "web")];
        try
        {
            for (var worker = 1; worker <= workers; worker++)
                processes.Add(await PlatformProcess.Serve(office.Program, office.Log(string.Create(CultureInfo.InvariantCulture, $"worker-{worker}")), settings, ct, "worker"));
            // Every process compiles its code once, and four of them would do so on the cores that are measured.
            await Campaign.Warm(bench, database, processes, sink, recipients, ct);
            var (campaign, _) = await Campaign.Send(bench, database, processes, sink, recipients, ct);
            return sink.Twice == 0 ? campaign.Rate : throw new BenchException($"With {workers} workers {sink.Twice} of {recipients} messages were sent twice.");
        }
        finally
        {
            foreach (var process in processes) await process.DisposeAsync();
            await bench.DropDatabase(database, CancellationToken.None);
        }
    }
}
