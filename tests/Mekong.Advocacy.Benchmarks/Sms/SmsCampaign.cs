using System.Diagnostics;
using System.Globalization;
using Mekong.Advocacy.Benchmarks.Mail;
using Mekong.Advocacy.Benchmarks.Measuring;
using Mekong.Advocacy.Benchmarks.Seeding;
using Mekong.Advocacy.Benchmarks.Serving;
using Npgsql;

namespace Mekong.Advocacy.Benchmarks.Sms;

/// <summary>What one campaign of texts took.</summary>
/// <param name="Rate">Texts per second, by the sink's clock.</param>
/// <param name="Seconds">From the schedule instant to "finished".</param>
internal sealed record SmsCampaign(double Rate, double Seconds, double PlatformCpu)
{
    /// <summary>Sends one alert to everybody in a fresh database through a platform that was started for it and has sent two before.</summary>
    public static async Task<SmsCampaign> Run(Bench bench, SmsSink sink, int texts, int concurrency, CancellationToken ct, string engine = "BuiltIn")
    {
        var office = await bench.Office(ct);
        var database = await office.Database(texts, ct);
        await SmsReaders.Give(database, office.Vault, texts, ct);
        var settings = office.Settings(database);
        settings["Advocacy__Engines__Sms"] = engine;
        settings["Advocacy__Sms__Twilio__BaseUrl"] = sink.Url.AbsoluteUri;
        settings["Advocacy__Sms__Twilio__Connections"] = concurrency.ToString(CultureInfo.InvariantCulture);
        settings["Advocacy__Sms__QuietHours"] = "false"; // it may be night where the readers are
        SmsCampaign campaign;
        await using (var platform = await PlatformProcess.Serve(office.Program, office.Log("platform"), settings, ct))
        {
            await Send(office, database, platform, sink, Math.Min(texts, Reader.Warm), Reader.WarmTopic, ct);
            await Send(office, database, platform, sink, texts, Reader.Topic, ct); // ten thousand pass in a second: what is timed would still be compiled
            campaign = await Send(office, database, platform, sink, texts, Reader.Topic, ct);
        }
        await bench.DropDatabase(database, ct);
        return campaign;
    }

    private static async Task<SmsCampaign> Send(Installation office, string database, PlatformProcess platform, SmsSink sink, int texts, string topic, CancellationToken ct)
    {
        using var desk = office.Desk(platform.Url);
        await using var source = NpgsqlDataSource.Create(database);
        var alert = await desk.Approved(AlertToAll.Json(topic, "sms"), ct);
        sink.Begin();
        var (cpu, began) = (platform.Cpu, Stopwatch.GetTimestamp());
        await desk.Schedule(alert, ct);
        await Campaign.Reaches(source, alert, stage => stage is "Finished", ct, seconds: 120 + texts / 50);
        var campaign = new SmsCampaign(sink.Rate, Stopwatch.GetElapsedTime(began).TotalSeconds, platform.Cpu - cpu);
        var sent = (await desk.Counts(alert, ct))["sent"];
        return sent == texts && sink.Count == texts ? campaign
            : throw new BenchException(string.Create(CultureInfo.InvariantCulture, $"Of {texts} texts the platform counts {sent} as sent, and the sink took {sink.Count}."));
    }
}
