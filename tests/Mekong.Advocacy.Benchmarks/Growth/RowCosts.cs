using System.Diagnostics;
using Mekong.Advocacy.Benchmarks.Mail;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Benchmarks.Serving;
using Mekong.Advocacy.Engines.Seams;
using Mekong.Advocacy.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Mekong.Advocacy.Benchmarks.Growth;

/// <summary>Microseconds per recipient in a network of one size.</summary>
internal sealed record RowCosts(double Campaign, double Freeze, double Rebuild, double Report, double PeakMb)
{
    private const int Reads = 7;

    public static async Task<RowCosts> Measure(Bench bench, SmtpSink sink, int size, CancellationToken ct)
    {
        var office = await bench.Office(ct);
        var database = await office.Database(size, ct, events: true);
        Campaign campaign;
        double report;
        await using (var platform = await PlatformProcess.Serve(office.Program, office.Log("platform"), office.Settings(database, sink.Port), ct))
        {
            (campaign, var alert) = await Mail.Campaign.Send(bench, database, [platform], sink, size, ct);
            using var visitor = await office.SignIn(platform.Url, ct);
            report = await ReadReport(visitor, new Uri($"/workspace/alerts/{alert}/report", UriKind.Relative), ct);
        }
        var rebuild = await RebuildView(office, database, ct);
        await bench.DropDatabase(database, ct);
        double PerRow(double seconds) => seconds * 1e6 / size;
        return new(PerRow(campaign.Seconds), PerRow(campaign.FrozenAfter), PerRow(rebuild), PerRow(report), campaign.PeakMb);
    }

    /// <summary>The median of some readings; the first ones only warm it up.</summary>
    private static async Task<double> ReadReport(HttpClient visitor, Uri page, CancellationToken ct)
    {
        var times = new List<double>();
        for (var read = 0; read < Reads; read++)
        {
            var began = Stopwatch.GetTimestamp();
            await visitor.GetStringAsync(page, ct);
            times.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
        return Pairs.Median(times.Skip(2));
    }

    /// <summary>In this process, so that a start does not count; the second time, so that compiling does not.</summary>
    private static async Task<double> RebuildView(Installation office, string database, CancellationToken ct)
    {
        string[] args = [.. office.Settings(database).Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}"), "--Logging:Console:LogLevel:Default=None"];
        await using var platform = await Platform.Open(ProcessRole.Verb, args, ct);
        var views = platform.App.Services.GetRequiredService<IViewRebuild>();
        var took = 0d;
        for (var time = 0; time < 2; time++)
        {
            var began = Stopwatch.GetTimestamp();
            await views.Rebuild("advocacy.subscribers", new Progress<long>(), ct);
            took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        }
        return took;
    }
}
